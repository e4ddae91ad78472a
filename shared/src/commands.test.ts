import { describe, expect, test } from 'vitest'
import { COMMAND_NAMES, commandBodies, type CommandName } from './commands.ts'

describe('The body of a command', () => {
  test.each<[CommandName, object]>([
    ['issue-ticket', { service: 'birth', priority: true, language: 'en', presentAtClosing: true }],
    ['issue-ticket', { service: 'birth' }],
    ['leave', { code: 'abcdefghijklmnop' }],
    ['open-window', { window: 3, clerk: 'clerk5' }],
    ['pause-window', { window: 3, reason: 'break' }],
    ['assign-services', { window: 3, services: ['birth'] }],
    ['call-ticket', { window: 3, label: 'г14', reason: 'short-question' }],
    ['finish-service', { window: 3, outcome: 'fee-paid', callNext: true }],
    ['transfer', { window: 3, service: 'tax', toWindow: 5, comeBack: true }],
    ['ask-assistance', {}],
    [
      'add-exception',
      {
        from: '2026-12-02',
        change: { kind: 'hours', opens: '07:00', closes: '14:00' },
        order: '№ 7',
        reason: { bg: 'жега', en: 'heat' },
      },
    ],
  ])('%s takes %o', (name, body) => {
    expect(commandBodies[name].parse(body)).toEqual(body)
  })

  test.each<[CommandName, object]>([
    ['issue-ticket', {}],
    ['issue-ticket', { service: 'Birth' }],
    ['issue-ticket', { service: 'birth', language: 'fr' }],
    ['issue-ticket', { service: 'birth', priorityReason: 'pregnant' }],
    ['leave', { code: 'Г 001' }],
    ['call-next', { window: 0 }],
    ['call-next', { window: 100 }],
    ['call-next', { window: 1.5 }],
    ['call-next', { window: '3' }],
    ['call-ticket', { window: 3, label: 'Г 001', reason: 'she is pregnant' }],
    ['pause-window', { window: 3, reason: '   ' }],
    ['pause-window', { window: 3, reason: 'x'.repeat(201) }],
    ['assign-services', { window: 3, services: [] }],
    ['finish-service', { window: 3, outcome: 'done' }],
    ['take-back', { label: 'Г' }],
    [
      'add-exception',
      { from: '2026-02-30', change: { kind: 'closed' }, order: '№ 7', reason: { bg: 'а', en: 'a' } },
    ],
    [
      'add-exception',
      {
        from: '2026-12-02',
        change: { kind: 'hours', opens: '7:00', closes: '14:00' },
        order: '№ 7',
        reason: { bg: 'а', en: 'a' },
      },
    ],
    [
      'add-exception',
      {
        from: '2026-12-02',
        change: { kind: 'hours', opens: '07:00', closes: '24:00' },
        order: '№ 7',
        reason: { bg: 'а', en: 'a' },
      },
    ],
    [
      'add-exception',
      { from: '2026-12-02', change: { kind: 'closed' }, order: ' ', reason: { bg: 'а', en: 'a' } },
    ],
  ])('%s does not take %o', (name, body) => {
    expect(commandBodies[name].safeParse(body).success).toBe(false)
  })

  test.each(COMMAND_NAMES)('%s takes no field that it does not know', (name) => {
    const parsed = commandBodies[name].safeParse({ window: 3, surprise: true })
    expect(parsed.error?.issues.some(({ code }) => code === 'unrecognized_keys')).toBe(true)
  })
})

test('A time that somebody else tells must name an instant', () => {
  const given = { date: '2026-11-25', letter: 'П', number: 801, service: 'payment' }
  const isHeard = (issuedAt: string) =>
    commandBodies['hand-in-ticket'].safeParse({ ...given, issuedAt }).success
  expect(['2026-11-25T08:15:00.000Z', 'yesterday', '2026-13-45T99:00:00Z'].map(isHeard)).toEqual([
    true,
    false,
    false,
  ])
})
