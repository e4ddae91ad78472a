import { describe, expect, test } from 'vitest'
import { TicketCode } from '#shared/ids.ts'
import { iso } from '#shared/instant.ts'
import { NO_RECORDS, type VisitEnd } from '../reception/records.ts'
import { birth } from '../../../../tests/support/small-office.ts'
import {
  by,
  apart,
  bySupervisor,
  callNext,
  called,
  clockTime,
  close,
  counts,
  day,
  events,
  finish,
  given,
  hold,
  issue,
  issued,
  leave,
  line,
  missed,
  missedAt,
  nobodyLost,
  noShow,
  nothing,
  open,
  opened,
  recall,
  refused,
  serving,
  start,
  takeBack,
  ticket,
  ticketOf,
  times,
  transfer,
  type Step,
} from '../../../../tests/support/story.ts'

describe('A ticket', () => {
  test('has a number of its letter’s own series, from 001 in the morning', () => {
    given(day('09:00'), issued('Г'), issued('М'), issued('address'), issued('Я')).then(
      line('Г 001', 'М 001', 'Г 002', 'Я 001'),
    )
  })

  test('holds the service, the number, the time, the language and whether priority was asked for, and no more', () => {
    given(day('09:00'))
      .when(issue('address', { priority: true, language: 'en' }))
      .then(
        events({
          type: 'ticket-issued',
          ticket: '2026-11-25/Г-001',
          label: 'Г 001',
          letter: 'Г',
          number: 1,
          service: 'address',
          priority: true,
          language: 'en',
          presentAtClosing: false,
        }),
      )
  })

  test('is in Bulgarian and ordinary where nothing else is said', () => {
    given(day('09:00'))
      .when(issue('Г'))
      .then(ticket('Г 001', { language: 'bg', priority: false, overtaken: 0, steps: [birth] }))
  })

  test('is answered with its code and with how many stand before it', () => {
    const story = given(day('09:00'), opened(3), issued('Г'), issued('М', { priority: true }))
      .at('09:01')
      .when(issue('address'))
    expect(story.told.answer).toEqual({
      ticket: {
        id: '2026-11-25/Г-002',
        label: 'Г 002',
        code: ticketOf(story.day, 'Г 002').code,
        service: 'address',
        issuedAt: iso(clockTime(story.day, '09:01')),
        ahead: 2,
        wait: null,
      },
    })
  })

  test('counts before it only those whom its windows could call', () => {
    // Window 5 serves М alone: whoever waits for Г is no rival there.
    given(day('09:00'), opened(5), issued('Г'), issued('М'))
      .when(issue('М'))
      .then(({ answer }) => expect(answer).toMatchObject({ ticket: { label: 'М 002', ahead: 1 } }))
    given(day('09:00'), opened(3), issued('Г'), issued('М'))
      .when(issue('М'))
      .then(({ answer }) => expect(answer).toMatchObject({ ticket: { label: 'М 002', ahead: 2 } }))
  })

  test('after 999 is 1000, and after 1000 is 1001', () => {
    given(day('09:00'), ...times(998, issued('Г')))
      .when(issue('Г'))
      .then(events({ type: 'ticket-issued', label: 'Г 999', ticket: '2026-11-25/Г-999' }))
      .when(issue('Г'))
      .then(events({ type: 'ticket-issued', label: 'Г 1000', ticket: '2026-11-25/Г-1000' }))
      .when(issue('Г'))
      .then(events({ type: 'ticket-issued', label: 'Г 1001' }))
  })

  test('gives its number to nobody else, though its holder has left or been served', () => {
    given(day('09:00'), opened(3), issued('Г'), issued('Г'), leave('Г 002'))
      .at('09:01')
      .when(...serving(3), finish(3), issue('Г'))
      .then(line('Г 003'))
  })

  test('is given for services that the office has, and no others', () => {
    given(day('09:00'))
      .when(issue('passport'))
      .then(refused('unknown-service', { service: 'passport' }))
  })

  test('is given at the window as well as at the kiosk', () => {
    given(day('09:00'))
      .when(by('clerk3', issue('Г')))
      .then(line('Г 001'))
  })

  test('is given for a service that no window is open for: somebody will come', () => {
    given(day('09:00')).when(issue('Я')).then(line('Я 001'))
  })
})

describe('A citizen who leaves', () => {
  test('gives up the place in the line', () => {
    given(day('09:00'), issued('Г'), issued('Г'), issued('М', { priority: true }))
      .at('09:01')
      .when(leave('Г 001'))
      .then(
        events({ type: 'ticket-left', label: 'Г 001' }),
        line('М 001', 'Г 002'),
        counts({ left: 1 }),
        nobodyLost,
      )
      .when(leave('М 001'))
      .then(line('Г 002'), counts({ left: 2 }), nobodyLost)
  })

  test('needs the ticket’s code: a guess finds nothing', () => {
    const code = TicketCode.parse('guessed-code-000')
    given(day('09:00'), issued('Г'))
      .when({ ...leave('Г 001'), ask: () => ({ type: 'leave', code }) })
      .then(refused('unknown-code', {}))
  })

  test('cannot leave once called, served, on hold or missed: then the window is asked', () => {
    const refusal = refused('cannot-leave-now', { label: 'Г 001', stands: 'called' })
    const story = given(day('09:00'), issued('Г'), opened(3)).at('09:01').when(callNext(3))
    story.when(leave('Г 001')).then(refusal)
    story.when(start(3), leave('Г 001')).then(refusal)
    story.when(hold(3), leave('Г 001')).then(refusal)
    story
      .when(recall(3), noShow(3), leave('Г 001'))
      .then(refused('cannot-leave-now', { label: 'Г 001', stands: 'missed' }))
  })

  test('who has left has left: once more changes nothing, and is no mistake', () => {
    given(day('09:00'), issued('Г'))
      .when(leave('Г 001'), ended('left'))
      .then(nothing(), counts({ left: 1 }))
  })

  test('whose visit is over is told how it ended', () => {
    for (const end of ['served', 'missed', 'unserved'] as const) {
      given(day('09:00'))
        .when(ended(end))
        .then(refused('cannot-leave-now', { label: 'Г 001', stands: end }))
    }
  })

  test('may leave while waiting for the next step of the visit', () => {
    given(day('09:00'), issued('Г'), opened(3))
      .at('09:01')
      .when(...serving(3), transfer(3, { service: 'tax' }), leave('Г 001'))
      .then(line(), counts({ left: 1 }), nobodyLost)
  })
})

describe('Somebody who missed their turn', () => {
  const missedFirst = given(day('09:00'), opened(3), ...apart(1, ...times(6, issued('Г'))))
    .at('09:10')
    .when(...missedAt(3))

  test('is remembered, and not called by itself', () => {
    missedFirst.then(
      missed('Г 001'),
      line('Г 002', 'Г 003', 'Г 004', 'Г 005', 'Г 006'),
      counts({ noShow: 1 }),
      nobodyLost,
    )
  })

  test('is taken back behind the next three people', () => {
    missedFirst
      .when(takeBack('Г 001'))
      .then(
        events({ type: 'ticket-taken-back', label: 'Г 001' }),
        line('Г 002', 'Г 003', 'Г 004', 'Г 001', 'Г 005', 'Г 006'),
        missed(),
        counts({ noShow: 0 }),
        nobodyLost,
      )
  })

  test('stays behind those three as time passes, and ahead of the others', () => {
    missedFirst
      .when(takeBack('Г 001'))
      .at('10:30')
      .then(line('Г 002', 'Г 003', 'Г 004', 'Г 001', 'Г 005', 'Г 006'))
  })

  test('comes back in the standing of a taken-back ticket: bound to nobody, its issue unchanged', () => {
    const story = missedFirst.when(takeBack('Г 001'))
    story.then(ticket('Г 001', { boundTo: null, sentFrom: null, issuedAt: clockTime(story.day, '09:00:01') }))
  })

  test('is bound no more to the window that they were sent to', () => {
    given(day('09:00'), opened(3), opened(4), opened(7), issued('Г'))
      .at('09:10')
      .when(...serving(3), transfer(3, { toWindow: 4 }), ...missedAt(4), takeBack('Г 001'))
      .then(ticket('Г 001', { boundTo: null, sentFrom: null }))
      .when(callNext(7))
      .then(called('Г 001', 7))
  })

  test('stands last where fewer than three wait, and is called at once where nobody does', () => {
    given(day('09:00'), opened(3), ...apart(1, ...times(3, issued('Г'))))
      .at('09:10')
      .when(...missedAt(3), takeBack('Г 001'))
      .then(line('Г 002', 'Г 003', 'Г 001'))
    given(day('09:00'), opened(3), issued('Г'))
      .at('09:10')
      .when(...missedAt(3), takeBack('Г 001'), callNext(3))
      .then(called('Г 001', 3))
  })

  test('stands behind those who contend for the same windows, not behind everyone in the hall', () => {
    given(
      day('09:00'),
      opened(5),
      opened(7),
      ...apart(1, issued('М'), ...times(4, issued('Я')), ...times(4, issued('М'))),
    )
      .at('09:10')
      .when(...missedAt(5), takeBack('М 001'))
      .at('09:11')
      .when(callNext(5), start(5), finish(5, { callNext: true }), start(5), finish(5, { callNext: true }))
      .then(called('М 004', 5))
      .when(start(5), finish(5, { callNext: true }))
      .then(called('М 001', 5))
  })

  test('is taken back by any member of staff, with the label as a person types it', () => {
    missedFirst.when(by('clerk4', takeBack('г1'))).then(missed())
    missedFirst.when(bySupervisor(takeBack(' г – 001 '))).then(missed())
  })

  test('is not taken back twice, nor a person who was not missed, nor one who is not there', () => {
    missedFirst
      .when(takeBack('Г 001'), takeBack('Г 001'))
      .then(refused('ticket-not-missed', { label: 'Г 001' }))
    missedFirst.when(takeBack('Г 002')).then(refused('ticket-not-missed', { label: 'Г 002' }))
    missedFirst.when(takeBack('Г 099')).then(refused('unknown-ticket', { label: 'Г 099' }))
    missedFirst.when(leave('Г 002'), takeBack('Г 002')).then(refused('ticket-ended', { label: 'Г 002' }))
  })

  test('cannot be taken back once the hall has closed', () => {
    given(day('16:50'), opened(3), issued('Г'))
      .at('18:59')
      .when(...missedAt(3))
      .at('19:00')
      .when(takeBack('Г 001'))
      .then(refused('hall-closed'), missed(), counts({ noShow: 1 }), nobodyLost)
  })

  test('can miss the turn again, and be taken back again', () => {
    missedFirst
      .when(takeBack('Г 001'), ...times(3, ...serving(3), finish(3)), ...missedAt(3))
      .then(missed('Г 001'), line('Г 005', 'Г 006'), counts({ noShow: 1 }), nobodyLost)
      .when(takeBack('Г 001'))
      .then(line('Г 005', 'Г 006', 'Г 001'), counts({ noShow: 0 }), nobodyLost)
  })

  test('whose window has closed meanwhile is taken back all the same', () => {
    missedFirst
      .when(bySupervisor(close(3)), open(4), takeBack('Г 001'))
      .then(line('Г 002', 'Г 003', 'Г 004', 'Г 001', 'Г 005', 'Г 006'))
  })
})

/** Somebody with the code of a ticket of today wishes to leave whose visit has ended so. */
function ended(end: VisitEnd): Step {
  return {
    ask: () => ({ type: 'leave', code: TicketCode.parse('code-of-a-ticket') }),
    by: { kind: 'citizen' },
    isSupervisor: false,
    records: { ...NO_RECORDS, endOf: () => ({ label: 'Г 001', end }) },
  }
}
