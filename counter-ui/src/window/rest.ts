import type { Role } from '#shared/accounts.ts'
import type { Phase, WindowView } from '#shared/views.ts'
import { isWithoutWork } from './main-action.ts'

/** Why a window cannot be paused or closed now; null: it can. The server decides; this says it before the key is pressed. */
export type NoRest = 'busy' | 'held' | 'last-window' | 'sent-here' | 'day-over'

export function whyNoRest(
  view: Pick<WindowView, 'current' | 'held' | 'mayRest' | 'isAwaited'> & {
    readonly day: { readonly phase: Phase }
  },
  rest: 'pause' | 'close',
  role: Role,
): NoRest | null {
  if (view.current !== null) return 'busy'
  if (rest === 'pause' && isWithoutWork(view.day.phase)) return 'day-over' // the window closes instead
  if (role === 'supervisor') return null // whom a clerk would ask
  if (!view.mayRest) return 'last-window'
  if (rest === 'pause' && view.isAwaited) return 'sent-here'
  if (rest === 'close' && view.held.length > 0) return 'held'
  return null
}
