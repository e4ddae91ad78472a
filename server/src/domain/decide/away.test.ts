import { describe, expect, test } from 'vitest'
import { LocalDate } from '#shared/ids.ts'
import { iso } from '#shared/instant.ts'
import { rejection } from '#shared/words/rejections.ts'
import {
  atWindow,
  by,
  bySupervisor,
  answered,
  callNext,
  called,
  clockTime,
  close,
  counts,
  day,
  declareRoll,
  enterRoll,
  events,
  finish,
  given,
  handIn,
  hold,
  holdNumbers,
  issue,
  issued,
  leave,
  line,
  missed,
  missedAt,
  nobodyLost,
  notePaper,
  nothing,
  onHold,
  opened,
  phase,
  refused,
  serving,
  ticket,
  ticketOf,
  times,
  transfer,
  undo,
  type Step,
} from '../../../../tests/support/story.ts'
import { NO_RECORDS, type Records } from '../reception/records.ts'

const morning = given(day('08:40'), holdNumbers('Г'))

describe('A kiosk', () => {
  test('holds thirty numbers of each letter, far up the series, and the log says so', () => {
    given(day('08:00'))
      .when(holdNumbers('Г'))
      .then(
        events({ type: 'numbers-held', blocks: [{ letter: 'Г', from: 801, to: 830 }] }),
        answered({ date: '2026-11-25', atOnce: 30, blocks: [{ letter: 'Г', from: 801, to: 830 }] }),
      )
  })

  test('gets as many more as it lacks, and none while it has enough', () => {
    morning.when(holdNumbers('Г', 30, 830)).then(nothing(), answered({ blocks: [] }))
    morning
      .when(holdNumbers('Г', 12, 830))
      .then(events({ type: 'numbers-held', blocks: [{ letter: 'Г', from: 831, to: 848 }] }))
  })

  test('never holds what another holds, nor what it held before its memory was wiped', () => {
    morning.when(holdNumbers('Г')).then(answered({ blocks: [{ letter: 'Г', from: 831, to: 860 }] }))
  })

  test('gets only numbers beyond those that it has had, also from a log that forgot them', () => {
    given(day('09:00'))
      .when(holdNumbers('Г', 25, 830))
      .then(answered({ blocks: [{ letter: 'Г', from: 831, to: 835 }] }))
  })

  test('counts anew each day', () => {
    morning
      .at('2026-11-26 08:40')
      .when(holdNumbers('Г'))
      .then(answered({ date: '2026-11-26', blocks: [{ letter: 'Г', from: 801, to: 830 }] }))
  })

  test('holds none for a letter that the office does not have, nor when no more tickets are given', () => {
    given(day('09:00')).when(holdNumbers('Ц')).then(nothing())
    given(day('17:00')).when(holdNumbers('Г')).then(refused('no-more-tickets'))
    given(day('19:00')).when(holdNumbers('Г')).then(refused('hall-closed'))
    given(day('09:00', { date: '2026-11-28' }))
      .when(holdNumbers('Г'))
      .then(refused('closed-day'))
  })

  test('does not disturb the ordinary series, which passes held numbers by', () => {
    morning.when(issue('Г'), issue('Г')).then(line('Г 001', 'Г 002'))
    given(day('09:00'), ...times(799, issued('Г')), holdNumbers('Г'), issued('Г'), issued('Г')).then(
      ({ day }) =>
        expect(day.waiting.ordinary.slice(-2).map(({ label }) => label)).toEqual(['Г 800', 'Г 831']),
    )
  })
})

describe('A ticket that was given while the server was away', () => {
  test('has the place in the line that its issue gave it', () => {
    morning
      .at('09:00')
      .when(issued('Г'))
      .at('09:30')
      .when(issued('Г'), handIn('Г 801', { at: '09:10' }), handIn('Г 802', { at: '09:20', priority: true }))
      .then(
        line('Г 001', 'Г 802', 'Г 801', 'Г 002'),
        nobodyLost,
        ticket('Г 801', { issuedAt: clockTime(morning.day, '09:10') }),
      )
  })

  test('is in the log with both instants', () => {
    morning
      .at('09:30')
      .when(handIn('Г 801', { at: '09:10', language: 'en' }))
      .then(({ events, now, day }) => {
        expect(now).toBe(clockTime(day, '09:30'))
        expect(events).toMatchObject([
          {
            type: 'ticket-issued',
            ticket: '2026-11-25/Г-801',
            language: 'en',
            handedIn: { issuedAt: clockTime(day, '09:10'), from: 'kiosk' },
          },
        ])
      })
  })

  test('is called like any other, without a wait at the printer', () => {
    morning
      .at('09:30')
      .when(opened(3), handIn('Г 801', { at: '09:29' }), callNext(3))
      .then(called('Г 801', 3))
  })

  test('is never older than its number’s block, nor from the future, nor from before the opening', () => {
    const from = (time: string) => ticket('Г 801', { issuedAt: clockTime(morning.day, time) })
    const later = morning.at('09:30')
    later.when(handIn('Г 801', { at: '08:35' })).then(from('08:40'))
    later.when(handIn('Г 801', { at: '11:00' })).then(from('09:30'))
    given(day('08:00'), holdNumbers('Г'))
      .at('09:30')
      .when(handIn('Г 801', { at: '08:10' }))
      .then(from('08:30'))
  })

  test('is entered once: a second hand-in is told so', () => {
    morning
      .at('09:30')
      .when(handIn('Г 801', { at: '09:10' }), handIn('Г 801', { at: '09:10' }))
      .then(refused('number-handed-in', { label: 'Г 801' }), line('Г 801'))
  })

  test('with a number of the ordinary series, or of a roll, is refused: it would be given twice', () => {
    morning
      .when(issued('Г'), handIn('Г 001', { at: '08:40' }))
      .then(refused('number-taken', { label: 'Г 001' }))
    morning.when(handIn('Г 002', { at: '08:40' })).then(refused('number-taken', { label: 'Г 002' }))
    morning
      .when(declareRoll('Г', 901, 960), handIn('Г 901', { at: '08:40' }))
      .then(refused('number-taken', { label: 'Г 901' }))
  })

  test('whose block a restored log does not know is entered, and its number kept from others', () => {
    given(day('09:30'))
      .when(handIn('Г 803', { at: '09:10' }))
      .then(
        events(
          { type: 'numbers-held', blocks: [{ letter: 'Г', from: 803, to: 803 }], found: true },
          { type: 'ticket-issued', label: 'Г 803' },
        ),
      )
      .when(holdNumbers('Г', 27, 830))
      .then(answered({ blocks: [{ letter: 'Г', from: 831, to: 833 }] }))
  })

  test('takes the place of the one whose answer never came', () => {
    const story = morning.at('09:00').when(issued('Г')).at('09:01')
    const { code } = ticketOf(story.day, 'Г 001')
    story
      .when(handIn('Г 801', { at: '09:00', insteadOf: code }))
      .then(
        events(
          { type: 'ticket-left', label: 'Г 001', instead: 'Г 801' },
          { type: 'ticket-issued', label: 'Г 801' },
        ),
        line('Г 801'),
        nobodyLost,
      )
  })

  test('waits on while the hall is finishing', () => {
    morning
      .at('17:10')
      .when(handIn('Г 801', { at: '16:50' }))
      .then(line('Г 801'), phase('finishing'))
  })

  test('that comes after the day’s end is written down as unserved, with an apology', () => {
    morning
      .at('19:10')
      .when(handIn('Г 801', { at: '16:50' }))
      .then(
        events(
          { type: 'ticket-issued', label: 'Г 801' },
          { type: 'ticket-unserved', label: 'Г 801', apology: 'lost-time', waitedMs: 140 * 60_000 },
        ),
        counts({ issued: 1, unserved: 1, apologies: 1 }),
        nobodyLost,
      )
  })

  test('that comes the next day is written down under its own', () => {
    morning
      .at('2026-11-26 08:00')
      .when(handIn('Г 801', { date: '2026-11-25', at: '16:50' }))
      .then(
        events({
          type: 'late-ticket-recorded',
          ticket: '2026-11-25/Г-801',
          date: '2026-11-25',
          issuedAt: clockTime(morning.day, '16:50'),
          apology: 'lost-time',
        }),
        counts({ issued: 0 }),
      )
  })

  test('that comes the next day is entered once as well', () => {
    for (const visit of ['over', 'unserved'] as const) {
      morning
        .at('2026-11-26 08:00')
        .when(knowing(visit, handIn('Г 801', { date: '2026-11-25', at: '16:50' })))
        .then(refused('number-handed-in', { label: 'Г 801' }))
    }
  })

  test('by a kiosk whose clock is fast waits for the opening', () => {
    given(day('08:00'), holdNumbers('Г'))
      .when(handIn('Г 801', { at: '08:30' }))
      .then(refused('before-opening'))
  })
})

describe('A roll of paper', () => {
  const declared = given(day('10:00'), issued('Г'), declareRoll('Г', 201, 260))

  test('keeps its numbers from everyone else', () => {
    declared.then(events({ type: 'roll-declared', letter: 'Г', from: 201, to: 260 }))
    declared.when(declareRoll('Г', 260, 270)).then(refused('number-taken', { label: 'Г 260' }))
    declared.when(declareRoll('Г', 190, 201)).then(refused('number-taken', { label: 'Г 201' }))
    declared.when(declareRoll('Г', 1, 9)).then(refused('number-taken', { label: 'Г 001' }))
    given(day('10:00'), issued('Г'), declareRoll('Г', 2, 4))
      .when(issue('Г'))
      .then(line('Г 001', 'Г 005'))
  })

  test('becomes tickets as its numbers are handed out, in its order', () => {
    declared
      .at('10:30')
      .when(enterRoll('Г', 201, 203), issue('Г'))
      .then(line('Г 001', 'Г 201', 'Г 202', 'Г 203', 'Г 002'), nobodyLost)
  })

  test('is spread over the time in which it was handed out', () => {
    declared
      .at('10:30')
      .when(enterRoll('Г', 201, 203, { between: ['10:10', '10:20'] }))
      .then(
        ticket('Г 201', { issuedAt: clockTime(declared.day, '10:10') }),
        ticket('Г 202', { issuedAt: clockTime(declared.day, '10:15') }),
        ticket('Г 203', { issuedAt: clockTime(declared.day, '10:20') }),
      )
  })

  test('gives no number twice, and none that is not on it', () => {
    const entered = declared.when(enterRoll('Г', 201, 203))
    entered.when(enterRoll('Г', 203, 204)).then(refused('number-handed-in', { label: 'Г 203' }))
    entered.when(enterRoll('Г', 259, 261)).then(refused('not-on-roll', { label: 'Г 261' }))
    entered.when(enterRoll('Г', 199, 203)).then(refused('not-on-roll', { label: 'Г 199' }))
  })

  test('is for the services of its letter', () => {
    declared.when(enterRoll('Г', 201, 203, { service: 'tax' })).then(refused('unknown-service'))
  })

  test('entered after closing has been handed out by then; after the end it is recorded as unserved', () => {
    declared
      .at('17:30')
      .when(enterRoll('Г', 201, 201))
      .then(ticket('Г 201', { issuedAt: clockTime(declared.day, '17:00') }))
    declared
      .at('19:30')
      .when(enterRoll('Г', 201, 202))
      .then(counts({ unserved: 3, apologies: 3 }), nobodyLost)
  })
})

describe('What a clerk noted on paper', () => {
  const away = given(day('10:00'), opened(3), opened(4), issued('Г'), issued('Г'), issued('М')).at('10:05')

  test('ends the visit of somebody who waited, with both times', () => {
    away
      .at('11:00')
      .when(notePaper(3, 'г1', ['10:10', '10:20'], { outcome: 'document-issued' }))
      .then(
        events({
          type: 'served-on-paper',
          ticket: '2026-11-25/Г-001',
          label: 'Г 001',
          window: 3,
          service: 'birth',
          startedAt: clockTime(away.day, '10:10'),
          finishedAt: clockTime(away.day, '10:20'),
          outcome: 'document-issued',
        }),
        line('Г 002', 'М 001'),
        counts({ finished: 1, called: 1, calledWithinStandard: 1 }),
        nobodyLost,
      )
  })

  test('ends the visit of the one who was at this window when the line went down, or on hold there', () => {
    away
      .when(...serving(3))
      .at('11:00')
      .when(notePaper(3, 'Г 001', ['10:05', '10:20']))
      .then(atWindow(3, null), counts({ finished: 1, called: 1 }), nobodyLost)
    away
      .when(...serving(3), hold(3))
      .at('11:00')
      .when(notePaper(3, 'Г 001', ['10:05', '10:20']))
      .then(onHold(3), counts({ finished: 1 }), nobodyLost)
  })

  test('never takes a person from another window', () => {
    away
      .when(...serving(4))
      .at('11:00')
      .when(notePaper(3, 'Г 001', ['10:05', '10:20']))
      .then(refused('at-another-window', { label: 'Г 001', window: 4 }), atWindow(4, 'Г 001 serving'))
  })

  test('is handed in by whoever works at the window now, not by a stranger to it', () => {
    const later = away.at('11:00')
    later.when(by('clerk4', notePaper(3, 'Г 001', ['10:10', '10:20']))).then(refused('not-your-window'))
    later
      .when(bySupervisor(close(3)), by('clerk5', notePaper(3, 'Г 002', ['10:20', '10:30'])))
      .then(line('Г 001', 'М 001'))
  })

  test('counts once: whom two have noted, or whose visit is over, is not served again', () => {
    away
      .at('11:00')
      .when(notePaper(3, 'Г 001', ['10:10', '10:20']), notePaper(4, 'Г 001', ['10:15', '10:25']))
      .then(refused('ticket-ended', { label: 'Г 001' }), counts({ finished: 1 }))
  })

  test('of somebody who had missed the call: they came after all', () => {
    away
      .when(...missedAt(3))
      .at('11:00')
      .when(notePaper(4, 'Г 001', ['10:10', '10:20']))
      .then(missed(), counts({ finished: 1, noShow: 0 }), nobodyLost)
  })

  test('of somebody whom the limit had closed as unserved: they were served, and the apology stays said', () => {
    given(day('16:50'), issued('Г'), issued('Г'))
      .at('19:10')
      .when(notePaper(3, 'Г 001', ['17:10', '17:20']))
      .then(
        counts({
          unserved: 1,
          apologies: 2,
          finished: 1,
          called: 1,
          calledWithinStandard: 1,
          neverCalled: 1,
        }),
        nobodyLost,
      )
  })

  describe('of a day that is over', () => {
    const nextMorning = away.at('2026-11-26 08:40')
    const noted = notePaper(3, 'г1', ['10:10', '10:20'], { date: '2026-11-25' })
    const unknown = refused('unknown-ticket', { label: 'Г 001', date: '2026-11-25' })

    test('is written under that day', () => {
      nextMorning.when(knowing('unserved', noted)).then(
        events({
          type: 'served-on-paper',
          ticket: '2026-11-25/Г-001',
          label: 'Г 001',
          date: '2026-11-25',
          service: null,
        }),
        counts({ finished: 0 }),
      )
    })

    test('waits until the number is known: the kiosk that gave it has yet to hand it in', () => {
      nextMorning.when(noted).then(unknown, ({ refusal }) => {
        const { message } = rejection(refusal ?? { code: 'not-found', about: {} })
        expect(message.bg).toContain('25.11.2026 г.')
        expect(message.en).toContain('25 November')
      })
    })

    test('counts once: whoever was served, or had left, is not served again', () => {
      nextMorning.when(knowing('over', noted)).then(unknown)
    })
  })

  test('with a number that nobody can read is refused in words that say so', () => {
    for (const date of ['2026-11-24', '2026-11-25']) {
      away
        .at('11:00')
        .when(knowing('unserved', notePaper(3, 'xx', ['10:10', '10:20'], { date })))
        .then(refused('unreadable-label', { label: 'xx' }))
    }
  })

  test('happened on the day that it is for, by the office’s own midnight', () => {
    const said = (date: string, startedAt: string, finishedAt: string): Step => ({
      ...knowing('unserved', notePaper(3, 'Г 001', ['10:10', '10:20'], { date })),
      ask: (today) => ({
        type: 'note-paper-service',
        date: LocalDate.parse(date),
        window: 3,
        label: 'Г 001',
        startedAt: iso(clockTime(today, startedAt)),
        finishedAt: iso(clockTime(today, finishedAt)),
      }),
    })
    const later = away.at('2026-11-26 11:00')
    const otherDay = refused('served-on-another-day', { date: '2026-11-25' })
    later.when(said('2026-11-25', '2026-11-24 10:10', '2026-11-25 10:20')).then(otherDay)
    later.when(said('2026-11-25', '2026-11-25 10:10', '2026-11-26 10:20')).then(otherDay)
    later.when(said('2026-11-25', '2026-11-24 23:59', '2026-11-25 00:00')).then(otherDay)
    later
      .when(said('2026-11-25', '2026-11-25 00:00', '2026-11-25 23:59'))
      .then(events({ type: 'served-on-paper', date: '2026-11-25' }))
    away
      .at('11:00')
      .when(said('2026-11-25', '2026-11-24 10:10', '2026-11-25 10:20'))
      .then(otherDay)
  })

  test('is not undone by the window that had sent them back before', () => {
    given(day('10:00'), opened(3), opened(7), issued('Г'))
      .at('10:05')
      .when(...serving(3), transfer(3, { toWindow: 7, comeBack: true }), ...serving(7), finish(7))
      .at('10:05:10')
      .when(notePaper(3, 'Г 001', ['10:05', '10:05']), undo(7))
      .then(refused('nothing-to-undo'), counts({ finished: 1 }), nobodyLost)
  })

  test('cannot be undone into a second visit', () => {
    away
      .when(...serving(3), finish(3))
      .at('10:05:10')
      .when(notePaper(3, 'Г 002', ['10:05', '10:05']), undo(3))
      .then(atWindow(3, 'Г 001 serving'), counts({ finished: 1 }), nobodyLost)
  })
})

test('The hall’s day ends as ever after paper: the last window closes it', () => {
  given(day('16:50'), opened(3), issued('Г'))
    .at('17:30')
    .when(notePaper(3, 'Г 001', ['17:00', '17:10']), close(3))
    .then(phase('closed'), counts({ finished: 1 }))
})

test('Whoever left has left: nobody can have been served instead', () => {
  given(day('10:00'), issued('Г'), leave('Г 001'))
    .at('10:30')
    .when(notePaper(3, 'Г 001', ['10:10', '10:20']))
    .then(refused('ticket-ended', { label: 'Г 001' }))
})

/** The same, where this is known of how the ticket's visit ended, on a day that is over. */
function knowing(visit: ReturnType<Records['pastVisit']>, step: Step): Step {
  return { ...step, records: { ...NO_RECORDS, pastVisit: () => visit } }
}
