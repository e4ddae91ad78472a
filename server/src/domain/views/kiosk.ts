import type { KioskView } from '#shared/views.ts'
import { waitingCount, type Day } from '../day.ts'
import { kioskReception } from './reception/hall.ts'
import { face, queueByService, type Around } from './face.ts'

/** What the kiosk shows: groups and services with documents and fees, who waits, whether a window is open. */
export function kioskView(day: Day, around: Around): KioskView {
  const line = queueByService(day)
  const facts = new Map(day.settings.services.map((service) => [service.id, service]))
  return {
    ...face(day, around),
    groups: day.settings.groups.map((group) => {
      const members = line.filter((service) => service.group === group.id)
      return {
        ...group,
        waiting: members.reduce((sum, service) => sum + service.waiting, 0),
        openWindows: [...new Set(members.flatMap((service) => service.openWindows))].sort((a, b) => a - b),
      }
    }),
    services: line.map(({ id, letter, group, name, waiting, openWindows, onlyWindow }) => {
      const service = facts.get(id)
      return {
        id,
        letter,
        group,
        name,
        documents: service?.documents ?? [],
        fees: service?.fees ?? [],
        registerNumber: service?.registerNumber ?? null,
        waiting,
        openWindows,
        onlyWindow,
      }
    }),
    waiting: waitingCount(day),
    assistanceAsked: day.assistanceAskedAt !== null,
    reception: kioskReception(day),
  }
}
