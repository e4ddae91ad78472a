import { describe, expect, test } from 'vitest'
import { farOffice, smallOffice } from '../../../tests/support/small-office.ts'
import pernik from '../../config/pernik.json' with { type: 'json' }
import { OfficeSettings } from './settings.ts'

describe('Pernik’s configuration', () => {
  const office = OfficeSettings.parse(pernik)

  test('has the charter’s hours and reception days, and the numbers of the rules', () => {
    const { hours, reception, dispatch, recalls, takeBackBehind, undoSeconds, zone } = office
    expect({ hours, reception, dispatch, recalls, takeBackBehind, undoSeconds, zone }).toEqual({
      hours: { opens: '08:30', closes: '17:00', limitMinutes: 120 },
      reception: {
        weekday: 3,
        blocks: [
          { from: '08:30', to: '12:00' },
          { from: '14:00', to: '17:00' },
        ],
      },
      dispatch: { standardMinutes: 20, priorityWeight: 3, maxOvertaken: 5, minimumDelaySeconds: 15 },
      recalls: { limit: 3, beforeNoShow: 1 },
      takeBackBehind: 3,
      undoSeconds: 30,
      zone: 'Europe/Sofia',
    })
  })

  test('has the letters of the rules, eight windows, and is labelled as an example', () => {
    expect(office.groups.map(({ letter }) => letter).join('')).toBe('ИГМУДПФЯЦ')
    expect(office.windows.map(({ window }) => window)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(office.example).toBe(true)
  })

  test('sends people with questions of taxes to the windows that serve them', () => {
    const { id: group } = office.groups.find(({ name }) => name.en.includes('taxes')) ?? { id: '' }
    const ofTaxes = office.services.filter((service) => service.group === group).map(({ id }) => id)
    const windows = office.windows.filter(({ services }) => ofTaxes.every((id) => services.includes(id)))
    const unit = office.receptionDays.units.find(({ id }) => id === 'local-taxes')
    expect(unit?.where).toEqual({
      bg: `партер, гишета ${windows.map(({ window }) => window).join(' и ')}`,
      en: `ground floor, windows ${windows.map(({ window }) => window).join(' and ')}`,
    })
  })

  test('signs people up for reception days at window 7 and nowhere else', () => {
    const bound = office.services.filter(({ onlyWindow }) => onlyWindow !== null)
    expect(bound.map(({ onlyWindow }) => onlyWindow)).toEqual([7])
    expect(
      office.windows
        .filter(({ services }) => services.some((id) => id === bound[0]?.id))
        .map(({ window }) => window),
    ).toEqual([7])
  })

  test('serves every service at some window', () => {
    const served = new Set(office.windows.flatMap(({ services }) => services))
    expect(office.services.filter(({ id }) => !served.has(id))).toEqual([])
  })
})

describe('A second office', () => {
  test('is a configuration entry, with its own zone, hours and services', () => {
    expect(OfficeSettings.parse(structuredClone(farOffice))).toEqual(farOffice)
  })
})

describe('A configuration is refused', () => {
  test.each<[string, (office: Plain) => void, string]>([
    [
      'that closes before it opens',
      (office) => void (office.hours.opens = '17:00'),
      'closes before it opens',
    ],
    [
      'with one letter for two groups',
      (office) => void (office.groups[1] = { ...group(office, 1), letter: 'Г' }),
      'two groups share a letter',
    ],
    [
      'with a letter that eye or ear can mistake',
      (office) => void (office.groups[1] = { ...group(office, 1), letter: 'Б' }),
      'Invalid option',
    ],
    [
      'with one name for two services',
      (office) => void office.services.push(service(office, 0)),
      'two services share an id',
    ],
    [
      'with one number for two windows',
      (office) => void office.windows.push(office.windows[0] ?? fail()),
      'two windows share a number',
    ],
    [
      'with a service of no group',
      (office) => void (service(office, 0).group = 'nowhere'),
      'no group "nowhere"',
    ],
    [
      'with a service that no window does',
      (office) => void (service(office, 1).id = 'orphan'),
      'no window serves it',
    ],
    [
      'with a service bound to no window of its own',
      (office) => void (service(office, 3).onlyWindow = 9),
      'no window 9',
    ],
    [
      'that does at another window what is bound to window 7',
      (office) => office.windows[0]?.services.push('sign-up'),
      '"sign-up" is done at window 7 only',
    ],
    [
      'with a window for a service that there is not',
      (office) => office.windows[0]?.services.push('passport'),
      'no service "passport"',
    ],
    [
      'whose standard is longer than the national one',
      (office) => void (office.dispatch.standardMinutes = 21),
      'Too big',
    ],
    [
      'that serves longer after closing than the charter allows',
      (office) => void (office.hours.limitMinutes = 121),
      'Too big',
    ],
    [
      'with a field that nobody knows',
      (office) => void Object.assign(office, { hours2: {} }),
      'Unrecognized key',
    ],
  ])('%s', (_, change, problem) => {
    const office = structuredClone(smallOffice) as Plain // the same, to be spoilt
    change(office)
    const parsed = OfficeSettings.safeParse(office)
    expect(parsed.error?.issues.map(({ message }) => message).join('\n')).toContain(problem)
  })
})

type Plain = {
  hours: { opens: string; limitMinutes: number }
  dispatch: { standardMinutes: number }
  groups: { id: string; letter: string }[]
  services: { id: string; group: string; onlyWindow: number | null }[]
  windows: { window: number; services: string[] }[]
}

function group(office: Plain, index: number) {
  return office.groups[index] ?? fail()
}

function service(office: Plain, index: number) {
  return office.services[index] ?? fail()
}

function fail(): never {
  throw new Error('the small office has changed')
}
