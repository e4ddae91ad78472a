import { join, resolve } from 'node:path'
import { readOffices } from '#server/config.ts'
import { OfficeSettings } from '#server/domain/settings.ts'
import { instantAt } from '#server/domain/calendar.ts'
import type { LocalDate } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'

/** The repository. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** Pernik as its configuration file has it, with what a test wants otherwise. */
export function pernik(change: Partial<OfficeSettings> = {}): OfficeSettings {
  return OfficeSettings.parse({ ...inConfiguration(), ...change })
}

let known: OfficeSettings | undefined

/** Read once: the file stays as it is. */
function inConfiguration(): OfficeSettings {
  known ??= readOffices(join(ROOT, 'server/config')).find(({ id }) => id === 'pernik')
  if (known === undefined) throw new Error('there is no Pernik in server/config')
  return known
}

/** Pernik where nobody is still at the printer: tickets can be called at once. */
export function hasty(): OfficeSettings {
  return pernik({ dispatch: { ...inConfiguration().dispatch, minimumDelaySeconds: 0 } })
}

/** So many windows, each of which serves everything that is not bound to one. */
export function wide(windows: number): OfficeSettings {
  const office = hasty()
  const { services, groups } = office
  const unbound = services.filter(({ onlyWindow }) => onlyWindow === null)
  return OfficeSettings.parse({
    ...office,
    groups: groups.filter(({ id }) => unbound.some(({ group }) => group === id)),
    services: unbound,
    receptionDays: undefined, // the one service for it is bound
    windows: Array.from({ length: windows }, (_, index) => ({
      window: index + 1,
      name: null,
      direction: null,
      services: unbound.map(({ id }) => id),
    })),
  })
}

/** A second office, as unlike Pernik as the rules allow: two hours west of it, other hours, other services. */
export function lisbon(): OfficeSettings {
  const service = (id: string, group: string) => ({
    id,
    group,
    name: { bg: `Услуга ${id}`, en: `Service ${id}` },
    documents: [],
    fees: [],
    registerNumber: null,
    meanMinutes: 5,
    onlyWindow: null,
  })
  return OfficeSettings.parse({
    id: 'lisbon',
    name: { bg: 'Консулски център', en: 'Consular centre' },
    municipality: { bg: 'Лисабон', en: 'Lisbon' },
    contact: { phone: '1', email: 'lisbon@example.org', web: 'example.org' },
    zone: 'Europe/Lisbon',
    example: true,
    hours: { opens: '09:30', closes: '15:00', limitMinutes: 60 },
    reception: { weekday: 5, blocks: [{ from: '10:00', to: '11:00' }] },
    decreedDaysOff: [],
    dispatch: { standardMinutes: 10, priorityWeight: 2, maxOvertaken: 1, minimumDelaySeconds: 0 },
    recalls: { limit: 2, beforeNoShow: 0 },
    takeBackBehind: 1,
    undoSeconds: 10,
    groups: [
      { id: 'passports', letter: 'П', name: { bg: 'Паспорти', en: 'Passports' } },
      { id: 'notary', letter: 'Н', name: { bg: 'Нотариални', en: 'Notary' } },
    ],
    services: [service('passport', 'passports'), service('notary', 'notary')],
    windows: [
      { window: 1, name: null, direction: 'left', services: ['passport'] },
      { window: 2, name: null, direction: 'right', services: ['passport', 'notary'] },
    ],
  })
}

/** @param time e.g. `2026-11-25T10:15` or `2026-11-25T16:59:30`: what the office's clock shows. */
export function officeTime(time: string, zone = 'Europe/Sofia'): Instant {
  const [date = '', clock = '00:00'] = time.split('T')
  return instantAt(date as LocalDate, clock, zone) // the caller wrote a date
}
