import { describe, expect, test } from 'vitest'
import type { CommandName, CommandOf } from '#shared/commands.ts'
import { LocalDate, LocalTime, TicketCode } from '#shared/ids.ts'
import type { receptionBodies } from '#shared/reception.ts'
import type { ReceptionRejectionAbout, RejectionCode } from '#shared/rejections.ts'
import { rejection } from '#shared/words/rejections.ts'
import {
  addService,
  answerAssistance,
  askAssistance,
  assign,
  by,
  bySupervisor,
  callNext,
  callTicket,
  close,
  day,
  declareRoll,
  enterRoll,
  finish,
  given,
  handIn,
  hold,
  holdNumbers,
  issue,
  issued,
  leave,
  missedAt,
  noShow,
  notePaper,
  notice,
  open,
  opened,
  order,
  pause,
  recall,
  refused,
  resume,
  resumeHeld,
  revoke,
  serving,
  start,
  takeBack,
  transfer,
  undo,
  type Story,
  withdraw,
} from '../../../../tests/support/story.ts'

/** Refusals of the request itself: those of the web, not of the office. */
type OfTheWeb =
  | 'unknown-office'
  | 'unknown-view'
  | 'malformed'
  | 'not-signed-in'
  | 'wrong-credentials'
  | 'wrong-password'
  | 'same-password'
  | 'key-reused'
  | 'too-many-requests'
  | 'not-found'
  | 'invitation-spent'
  | 'name-taken'
  | 'last-administrator'
  | 'internal-error'
  | 'not-ready'
  // and those of the printers and the phones, which are no part of the day
  | 'no-notices'
  | 'no-printer'
  | 'unknown-printer'
  | 'nothing-to-print'
  | 'no-voice'

const open3 = given(day('10:00'), opened(3), opened(4), issued('Г')).at('10:05')
const called3 = open3.when(callNext(3))
const serving3 = called3.when(start(3))

/** Each refusal of the rules, and a story that ends in it: the compiler asks for every code. */
const refusals: { readonly [C in Exclude<RejectionCode, OfTheWeb | keyof ReceptionRejectionAbout>]: Story } =
  {
    'closed-day': given(day('10:00', { date: '2026-11-28' })).when(issue('Г')),
    'before-opening': given(day('08:00')).when(issue('Г')),
    'no-more-tickets': given(day('17:00')).when(issue('Г')),
    'present-at-closing-only': given(day('17:00')).when(by('clerk3', issue('Г'))),
    'not-closing-yet': given(day('16:00')).when(by('clerk3', issue('Г', { presentAtClosing: true }))),
    'hall-closed': given(day('19:00')).when(issue('Г')),
    'only-finish-here': serving3.at('19:00').when(hold(3)),

    'unknown-service': given(day('10:00')).when(issue('passport')),
    'unknown-window': open3.when(callNext(9)),
    'unknown-ticket': open3.when(callTicket(3, 'Г 099')),
    'ticket-ended': serving3.when(finish(3), callTicket(3, 'Г 001')),
    'unknown-code': open3.when({
      ...leave('Г 001'),
      ask: () => ({ type: 'leave', code: TicketCode.parse('nobodys-code-000') }),
    }),
    'unknown-clerk': open3.when(by('stranger', open(5))),

    'window-taken': open3.when(by('clerk5', open(3))),
    'clerk-has-window': open3.when(by('clerk3', open(5))),
    'window-not-open': open3.when(callNext(5)),
    'window-paused': open3.when(pause(3), callNext(3)),
    'window-not-paused': open3.when(resume(3)),
    'not-your-window': open3.when(by('clerk5', callNext(3))),
    'window-busy': called3.when(callNext(3)),
    'window-has-held': serving3.when(hold(3), close(3)),
    'last-window-for-service': open3.when(close(4), close(3)),
    'sent-here-and-waiting': serving3.when(transfer(3, { toWindow: 4 }), pause(4)),
    'service-bound': open3.when(assign(3, 'sign-up')),

    'nobody-waiting': called3.when(callNext(4)),
    'too-soon': open3.when(callNext(3), issue('Г'), callNext(4)),
    'nobody-at-window': open3.when(start(3)),
    'already-serving': serving3.when(start(3)),
    'not-serving': called3.when(finish(3)),
    'recall-limit': called3.when(recall(3), recall(3), recall(3), recall(3)),
    'recall-first': called3.when(noShow(3)),
    'ticket-not-waiting': called3.when(callTicket(4, 'Г 001')),
    'ticket-missed': open3.when(...missedAt(3), callTicket(3, 'Г 001')),
    'ticket-bound': serving3.when(transfer(3, { toWindow: 4 }), callTicket(3, 'Г 001')),
    'window-does-not-serve': open3.when(open(5), callTicket(5, 'Г 001')),
    'ticket-not-held': open3.when(resumeHeld(3, 'Г 001')),
    'ticket-not-missed': open3.when(takeBack('Г 001')),
    'transfer-nowhere': serving3.when(transfer(3, {})),
    'target-window-closed': serving3.when(transfer(3, { toWindow: 7 })),
    'target-window-paused': serving3.when(pause(4), transfer(3, { toWindow: 4 })),
    'nothing-to-undo': open3.when(undo(3)),
    'undo-too-late': serving3.when(finish(3)).at('10:06').when(undo(3)),
    'undo-overtaken': called3.when(recall(3), noShow(3), takeBack('Г 001'), undo(3)),
    'cannot-leave-now': called3.when(leave('Г 001')),

    'unknown-letter': open3.when(declareRoll('Ц', 501, 560)),
    'number-taken': open3.when(declareRoll('Г', 1, 60)),
    'number-handed-in': open3.when(
      holdNumbers('Г'),
      handIn('Г 801', { at: '10:05' }),
      handIn('Г 801', { at: '10:05' }),
    ),
    'of-a-day-to-come': open3.when(handIn('Г 801', { date: '2026-11-26', at: '09:00' })),
    'roll-ends-before-it-begins': open3.when(declareRoll('Г', 560, 501)),
    'roll-too-long': open3.when(declareRoll('Г', 501, 1501)),
    'not-on-roll': open3.when(enterRoll('Г', 501, 502)),
    'handed-out-when': open3.when(
      declareRoll('Г', 501, 560),
      enterRoll('Г', 501, 502, { between: ['10:04', '10:06'] }),
    ),
    'served-when': open3.when(notePaper(3, 'Г 001', ['10:04', '10:06'])),
    'unreadable-label': open3.when(notePaper(3, 'xx', ['10:04', '10:05'])),
    'served-on-another-day': open3.when({
      ...notePaper(3, 'Г 001', ['10:04', '10:05']),
      ask: (today) =>
        ({
          ...notePaper(3, 'Г 001', ['10:04', '10:05']).ask(today),
          date: LocalDate.parse('2026-11-24'),
        }) as CommandOf<'note-paper-service'>, // the note's own, and another date
    }),
    'at-another-window': called3.when(notePaper(4, 'Г 001', ['10:04', '10:05'])),

    'exception-in-the-past': open3.when(order({ from: '2026-11-24', change: { kind: 'closed' } })),
    'exception-ends-before-it-begins': open3.when(
      order({ from: '2026-12-02', to: '2026-12-01', change: { kind: 'closed' } }),
    ),
    'hours-end-before-they-begin': open3.when(order({ from: '2026-12-02', change: hours('12:00', '12:00') })),
    'day-already-begun': open3.when(order({ from: '2026-11-25', change: { kind: 'closed' } })),
    'unknown-exception': open3.when(revoke('2026-11-25-1')),
    'one-reception-is-moved': open3.when(
      order({
        from: '2026-12-02',
        untilRevoked: true,
        change: { kind: 'reception-moved', to: LocalDate.parse('2026-12-04') },
      }),
    ),
    'reception-moved-to-day-off': open3.when(
      order({ from: '2026-12-02', change: { kind: 'reception-moved', to: LocalDate.parse('2026-12-06') } }),
    ),
    'notice-is-over': open3.when(notice({ until: '10:05' })),
    'notice-ends-before-it-begins': open3.when(notice({ from: '12:00', until: '12:00' })),
    'too-many-notices': open3.when(...Array.from({ length: 6 }, () => notice({ until: '12:00' }))),
    'unknown-notice': open3.when(withdraw('2026-11-25-1')),
    'not-allowed': open3.when(by('clerk3', open(5, 'clerk5'))),
  }

/** Each command, and a story in which it is done. */
const done: { readonly [N in Exclude<CommandName, keyof typeof receptionBodies>]: Story } = {
  'issue-ticket': open3.when(issue('М')),
  leave: open3.when(leave('Г 001')),
  'hold-numbers': open3.when(holdNumbers('Г')),
  'hand-in-ticket': open3.when(holdNumbers('Г'), handIn('Г 801', { at: '10:05' })),
  'declare-roll': open3.when(declareRoll('Г', 501, 560)),
  'enter-roll': open3.when(declareRoll('Г', 501, 560), enterRoll('Г', 501, 503)),
  'note-paper-service': open3.when(notePaper(3, 'Г 001', ['10:03', '10:05'])),
  'open-window': open3.when(open(5)),
  'close-window': open3.when(close(4)),
  'pause-window': open3.when(pause(4)),
  'resume-window': open3.when(pause(4), resume(4)),
  'assign-services': open3.when(assign(5, 'birth')),
  'call-next': called3,
  'call-ticket': open3.when(callTicket(3, 'Г 001')),
  recall: called3.when(recall(3)),
  'start-service': serving3,
  'finish-service': serving3.when(finish(3)),
  'mark-no-show': called3.when(recall(3), noShow(3)),
  hold: serving3.when(hold(3)),
  'resume-held': serving3.when(hold(3), resumeHeld(3, 'Г 001')),
  transfer: serving3.when(transfer(3, { service: 'tax' })),
  'add-service': serving3.when(addService(3, 'tax')),
  'take-back': open3.when(...missedAt(3), takeBack('Г 001')),
  undo: serving3.when(finish(3), undo(3)),
  'ask-assistance': open3.when(askAssistance()),
  'answer-assistance': open3.when(askAssistance(), answerAssistance()),
  'add-exception': open3.when(order({ from: '2026-12-02', change: { kind: 'closed' } })),
  'post-notice': open3.when(notice({ until: '10:06' })),
  'withdraw-notice': open3.when(notice({ until: '12:00' }), withdraw('2026-11-25-6')),
  'remove-exception': open3.when(
    order({ from: '2026-11-26', change: { kind: 'closed' } }),
    revoke('2026-11-25-6'),
  ),
}

describe('Every refusal of the rules', () => {
  test.each(Object.entries(refusals))(
    '%s: changes nothing, and says why in both languages',
    (code, { told }) => {
      expect(told.refusal?.code).toBe(code)
      expect(told.day).toBe(told.before)
      const { message } = rejection(told.refusal ?? { code: 'not-found', about: {} })
      expect(message.bg).toMatch(/^[\p{Lu}\d„].*[.!]$/su)
      expect(message.en).toMatch(/^[\p{Lu}\d“].*[.!]$/su)
      expect(`${message.bg} ${message.en}`).not.toMatch(/undefined|null|NaN|\[object|\.\./)
    },
  )
})

describe('Every command', () => {
  test.each(Object.entries(done))('%s is done, and leaves an event in the log', (_, { told }) => {
    expect(told.refusal).toBeNull()
    expect(told.events.length).toBeGreaterThan(0)
    expect(told.day.version).toBe(told.before.version + told.events.length)
  })

  // Which of them a day off, the early morning and the night refuse, whoever asks.
  test.each([
    ['on a day off', day('10:00', { date: '2026-11-28' }), 'closed-day'],
    ['before opening', day('08:00'), 'before-opening'],
    ['after the end', day('19:00'), 'hall-closed'],
  ] as const)('of calling and giving out tickets is refused %s', (_, scene, code) => {
    for (const step of [
      issue('Г'),
      callNext(3),
      callTicket(3, 'Г 001'),
      recall(3),
      takeBack('Г 001'),
      hold(3),
      transfer(3, { service: 'tax' }),
      addService(3, 'tax'),
    ]) {
      given(scene).when(step).then(refused(code))
    }
    for (const step of [open(3), bySupervisor(open(3, 'clerk5'))]) {
      if (code !== 'before-opening') given(scene).when(step).then(refused(code))
    }
  })
})

test('A story that is told wrong is noticed', () => {
  expect(() => given(day('08:00'), issued('Г'))).toThrow('issue-ticket was refused')
  expect(() => given(day('10:00')).at('09:00')).toThrow('has passed')
  expect(() => given(day('10:00')).at('noon')).toThrow('not a time')
  expect(() => given(day('10:00'), ...serving(3))).toThrow('call-next was refused')
})

function hours(opens: string, closes: string) {
  return { kind: 'hours', opens: LocalTime.parse(opens), closes: LocalTime.parse(closes) } as const
}
