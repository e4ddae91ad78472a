import { describe, expect, test } from 'vitest'
import { COMMAND_NAMES, type CommandName } from '#shared/commands.ts'
import { isSupervisor, may, mayAdminister, mayReadLog, maySee, type Asker } from './rights.ts'

const anyone: Asker = { kind: 'anyone' }
const kiosk: Asker = { kind: 'kiosk' }
const clerk: Asker = { kind: 'staff', role: 'clerk' }
const supervisor: Asker = { kind: 'staff', role: 'supervisor' }
const admin: Asker = { kind: 'staff', role: 'admin' }
const secretary: Asker = { kind: 'staff', role: 'secretary' }
const auditor: Asker = { kind: 'staff', role: 'auditor' }

const SUPERVISORS_OWN: readonly CommandName[] = ['assign-services', 'add-exception', 'remove-exception']

describe('Who may give which command', () => {
  test('a citizen with a phone may leave, and nothing else', () => {
    expect(commandsOf(anyone)).toEqual(['leave'])
  })

  test('a kiosk gives tickets and calls for help; the phone’s command is anyone’s', () => {
    expect(commandsOf(kiosk)).toEqual(['issue-ticket', 'leave', 'ask-assistance'])
  })

  test('a clerk may give all but the kiosk’s call for help and what is the supervisor’s', () => {
    expect(commandsOf(clerk)).toEqual(
      COMMAND_NAMES.filter((name) => name !== 'ask-assistance' && !SUPERVISORS_OWN.includes(name)),
    )
  })

  test('a supervisor may give whatever a clerk may, and changes the calendar and the services of a window', () => {
    expect(commandsOf(supervisor)).toEqual(COMMAND_NAMES.filter((name) => name !== 'ask-assistance'))
  })

  test.each([
    ['administrator', admin],
    ['secretary', secretary],
    ['auditor', auditor],
  ])('the %s gives no command of the hall', (_, asker) => {
    expect(commandsOf(asker)).toEqual(['leave'])
  })

  test('only the supervisor is one', () => {
    expect([anyone, kiosk, clerk, supervisor, admin, secretary, auditor].filter(isSupervisor)).toEqual([
      supervisor,
    ])
  })
})

describe('Who may see what', () => {
  const views = [
    'kiosk',
    'hall',
    'ticket/abc',
    'waits',
    'wait/abc',
    'queue',
    'window/3',
    'forecast',
    'supervisor',
  ]
  test.each<[string, Asker, readonly string[]]>([
    ['anyone', anyone, ['kiosk', 'hall', 'ticket/abc', 'waits', 'wait/abc']],
    ['a kiosk', kiosk, ['kiosk', 'hall', 'ticket/abc', 'waits', 'wait/abc']],
    ['a clerk', clerk, ['kiosk', 'hall', 'ticket/abc', 'waits', 'wait/abc', 'queue', 'window/3', 'forecast']],
    ['a supervisor', supervisor, views],
    ['an administrator', admin, views],
    ['a secretary', secretary, ['kiosk', 'hall', 'ticket/abc', 'waits', 'wait/abc']],
    ['an auditor', auditor, ['kiosk', 'hall', 'ticket/abc', 'waits', 'wait/abc']],
  ])('%s', (_, asker, expected) => {
    expect(views.filter((view) => maySee(asker, view))).toEqual(expected)
  })

  test('the log is read by those who supervise, administer and audit', () => {
    expect([anyone, kiosk, clerk, supervisor, admin, secretary, auditor].filter(mayReadLog)).toEqual([
      supervisor,
      admin,
      auditor,
    ])
  })

  test('accounts and devices are the administrator’s', () => {
    expect([anyone, kiosk, clerk, supervisor, admin, secretary, auditor].filter(mayAdminister)).toEqual([
      admin,
    ])
  })
})

function commandsOf(asker: Asker): readonly CommandName[] {
  return COMMAND_NAMES.filter((name) => may(asker, name))
}
