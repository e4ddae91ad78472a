import type { ReceptionOrdersView } from '#shared/views.ts'
import type { Day } from '../../day.ts'
import { face, type Around } from '../face.ts'

/** The orders about reception days that are in force: what supervisors give and revoke without seeing who has signed up. */
export function receptionOrdersView(day: Day, around: Around): ReceptionOrdersView {
  return { ...face(day, around), exceptions: day.reception.exceptions }
}
