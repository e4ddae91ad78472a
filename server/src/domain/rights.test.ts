import { describe, expect, test } from 'vitest'
import { COMMAND_NAMES, type CommandName } from '#shared/commands.ts'
import { receptionBodies } from '#shared/reception.ts'
import { isSupervisor, may, mayAdminister, mayReadLog, maySee, type Asker } from './rights.ts'

const anyone: Asker = { kind: 'anyone' }
const kiosk: Asker = { kind: 'kiosk' }
const clerk: Asker = { kind: 'staff', role: 'clerk' }
const supervisor: Asker = { kind: 'staff', role: 'supervisor' }
const admin: Asker = { kind: 'staff', role: 'admin' }
const secretary: Asker = { kind: 'staff', role: 'secretary' }
const official: Asker = { kind: 'staff', role: 'official' }
const auditor: Asker = { kind: 'staff', role: 'auditor' }

const SUPERVISORS_OWN: readonly CommandName[] = [
  'assign-services',
  'add-exception',
  'remove-exception',
  'add-reception-exception',
  'remove-reception-exception',
  'post-notice',
  'withdraw-notice',
  'declare-roll',
  'enter-roll',
]
const CITIZENS_OWN: readonly CommandName[] = [
  'leave',
  'move-own-appointment',
  'cancel-own-appointment',
  'erase-own-data',
]
const AT_THE_DOOR: readonly CommandName[] = [
  'call-appointment',
  'set-lateness',
  'record-outcome',
  'take-walk-in',
]
/** What neither clerk nor supervisor does. */
const NOT_OF_THE_HALL: readonly CommandName[] = [
  'ask-assistance',
  'hold-numbers',
  'hand-in-ticket',
  ...AT_THE_DOOR,
  'mark-answered',
]

describe('Who may give which command', () => {
  test('a citizen with a code disposes of the own ticket and appointment, and of nothing else', () => {
    expect(commandsOf(anyone)).toEqual(CITIZENS_OWN)
  })

  test('a kiosk gives tickets, with and without a line, calls for help and takes arrivals; what needs a code is anyone’s', () => {
    expect([...commandsOf(kiosk)].sort()).toEqual(
      [
        'issue-ticket',
        'hold-numbers',
        'hand-in-ticket',
        'ask-assistance',
        'report-arrival',
        ...CITIZENS_OWN,
      ].sort(),
    )
  })

  test('a clerk may give all but the kiosk’s call for help and what is the supervisor’s or done at the officials’ doors', () => {
    expect(commandsOf(clerk)).toEqual(
      COMMAND_NAMES.filter((name) => !NOT_OF_THE_HALL.includes(name) && !SUPERVISORS_OWN.includes(name)),
    )
  })

  test('a supervisor may give whatever a clerk may, and changes the calendar, the services of a window, the rolls of paper', () => {
    expect(commandsOf(supervisor)).toEqual(COMMAND_NAMES.filter((name) => !NOT_OF_THE_HALL.includes(name)))
  })

  test.each([
    ['administrator', admin],
    ['auditor', auditor],
  ])('the %s gives no command of the hall', (_, asker) => {
    expect(commandsOf(asker)).toEqual(CITIZENS_OWN)
  })

  test('an official calls and records at the own door; the secretary does, and keeps the whole book', () => {
    const kept = Object.keys(receptionBodies)
    expect([...commandsOf(official)].sort()).toEqual([...AT_THE_DOOR, ...CITIZENS_OWN].sort())
    expect([...commandsOf(secretary)].sort()).toEqual(['leave', ...kept].sort())
  })

  test('only the supervisor is one', () => {
    expect(
      [anyone, kiosk, clerk, supervisor, admin, secretary, official, auditor].filter(isSupervisor),
    ).toEqual([supervisor])
  })
})

describe('Who may see what', () => {
  const open = ['kiosk', 'hall', 'ticket/abc', 'waits', 'wait/abc', 'door/mayor', 'appointment/abc']
  const hall = [...open, 'queue', 'window/3', 'forecast', 'supervisor']
  const views = [
    ...hall,
    'reception/desk',
    'reception/orders',
    'reception/secretary',
    'reception/official/mayor',
  ]
  test.each<[string, Asker, readonly string[]]>([
    ['anyone', anyone, open],
    ['a kiosk', kiosk, open],
    ['a clerk', clerk, [...open, 'queue', 'window/3', 'forecast', 'reception/desk']],
    ['a supervisor', supervisor, [...hall, 'reception/desk', 'reception/orders']],
    ['an administrator', admin, hall],
    [
      'a secretary',
      secretary,
      [...open, 'reception/desk', 'reception/orders', 'reception/secretary', 'reception/official/mayor'],
    ],
    ['an official', official, [...open, 'reception/official/mayor']],
    ['an auditor', auditor, open],
  ])('%s', (_, asker, expected) => {
    expect(views.filter((view) => maySee(asker, view))).toEqual(expected)
  })

  test('the log is read by those who supervise, administer and audit', () => {
    expect(
      [anyone, kiosk, clerk, supervisor, admin, secretary, official, auditor].filter(mayReadLog),
    ).toEqual([supervisor, admin, auditor])
  })

  test('accounts and devices are the administrator’s', () => {
    expect(
      [anyone, kiosk, clerk, supervisor, admin, secretary, official, auditor].filter(mayAdminister),
    ).toEqual([admin])
  })
})

function commandsOf(asker: Asker): readonly CommandName[] {
  return COMMAND_NAMES.filter((name) => may(asker, name))
}
