import type { Bilingual } from '#shared/ids.ts'
import type { QueueService } from '#shared/views.ts'

/** The services behind one letter. The name is null while the screen does not know it. */
export type ServiceGroup = {
  readonly id: string
  readonly letter: string
  readonly name: Bilingual | null
  readonly services: readonly QueueService[]
  readonly waiting: number
  readonly longestSince: string | null
  readonly openWindows: readonly number[]
}

/** @param names of the groups, by id @returns the services by group, in the office's order. */
export function groupServices(
  services: readonly QueueService[],
  names: ReadonlyMap<string, Bilingual>,
): readonly ServiceGroup[] {
  return [...Map.groupBy(services, (service) => service.group)].map(([id, members]) => ({
    id,
    letter: members[0]?.letter ?? '',
    name: names.get(id) ?? null,
    services: members,
    waiting: members.reduce((sum, service) => sum + service.waiting, 0),
    longestSince: earliest(members.flatMap((service) => service.longestSince ?? [])),
    openWindows: [...new Set(members.flatMap((service) => service.openWindows))].sort((a, b) => a - b),
  }))
}

/** @returns the services with people waiting that nobody would serve if the window did only `chosen`. */
export function leftWithoutWindow(
  services: readonly QueueService[],
  window: number,
  chosen: ReadonlySet<string>,
): readonly QueueService[] {
  return services.filter(
    (service) =>
      service.waiting > 0 &&
      !chosen.has(service.id) &&
      service.openWindows.includes(window) &&
      service.openWindows.length === 1,
  )
}

function earliest(instants: readonly string[]): string | null {
  return instants.reduce<string | null>((first, at) => (first === null || at < first ? at : first), null)
}
