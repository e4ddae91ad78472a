import { describe, expect, test } from 'vitest'
import { OutOfOrderReason, Outcome, PAUSE_REASONS } from './commands.ts'
import { printed } from './labels.ts'
import { CallReason } from './reasons.ts'
import {
  callReasonWords,
  outcomeWords,
  outOfOrderWords,
  pauseWords,
  turnReasonWords,
} from './words/reasons.ts'

const MINUTE = 60_000

describe('The reason for a call, in one sentence', () => {
  test.each<[CallReason, string, string]>([
    [
      { kind: 'longest-wait', waitedMs: 12 * MINUTE, among: 5 },
      'Чака най-дълго от чакащите за това гише (12 мин.; чакащи: 5).',
      'Has waited longest of those this window serves (12 min; waiting: 5).',
    ],
    [
      { kind: 'priority', waitedMs: 6 * MINUTE, weight: 3, overtakes: 2 },
      'С предимство: чака 6 мин., всяка минута се брои за 3 (изпреварени чакащи: 2).',
      'Priority: has waited 6 min, each minute counts as 3 (overtaken: 2).',
    ],
    [
      { kind: 'past-standard', waitedMs: 21 * MINUTE, standardMinutes: 20 },
      'Чака 21 мин., над стандарта от 20 мин.: никой с предимство не минава отпред.',
      'Has waited 21 min, past the standard of 20 min: nobody with priority goes ahead.',
    ],
    [
      { kind: 'longest-wait', waitedMs: 2 * MINUTE, among: 5, takenBack: 1 },
      'Чака най-дълго от чакащите за това гише, без върнатите след пропуснато повикване (2 мин.; чакащи: 5; върнати: 1).',
      'Has waited longest of those this window serves, not counting those taken back after a missed call (2 min; waiting: 5; taken back: 1).',
    ],
    [
      {
        kind: 'sent-here',
        waitedMs: 9 * MINUTE,
        from: 3,
        turn: { kind: 'priority', waitedMs: 9 * MINUTE, weight: 3, overtakes: 2 },
      },
      'Насочване от гише 3. С предимство: чака 9 мин., всяка минута се брои за 3 (изпреварени чакащи: 2).',
      'Sent by window 3. Priority: has waited 9 min, each minute counts as 3 (overtaken: 2).',
    ],
    [
      {
        kind: 'sent-here',
        waitedMs: 9 * MINUTE,
        from: null,
        turn: { kind: 'longest-wait', waitedMs: 9 * MINUTE, among: 4 },
      },
      'Насочване към това гише. Чака най-дълго от чакащите за това гише (9 мин.; чакащи: 4).',
      'Sent to this window. Has waited longest of those this window serves (9 min; waiting: 4).',
    ],
    [
      { kind: 'sent-here', waitedMs: 9 * MINUTE, from: 3 }, // of an older log
      'Насочване от гише 3. От издаването: 9 мин.',
      'Sent by window 3. Since issue: 9 min.',
    ],
    [
      { kind: 'out-of-order', waitedMs: 4 * MINUTE, because: 'document-deadline', ahead: 7 },
      'Извън реда: документ със срок днес (чакащи отпред: 7; чака 4 мин.).',
      'Out of order: a document is due today (people before: 7; waited 4 min).',
    ],
  ])('%o', (reason, bg, en) => {
    expect(CallReason.parse(reason)).toEqual(reason)
    expect(callReasonWords(reason)).toEqual({ bg, en })
  })

  test('says how often somebody has been overtaken', () => {
    const { bg, en } = callReasonWords({ kind: 'overtaken-enough', waitedMs: 12 * MINUTE, times: 5 })
    expect([bg, en].map((sentence) => sentence.includes('5') && sentence.includes('12'))).toEqual([
      true,
      true,
    ])
  })

  test('counts whole minutes only, and says what is less than one', () => {
    const words = (waitedMs: number) => callReasonWords({ kind: 'longest-wait', waitedMs, among: 1 })
    expect([0, MINUTE - 1, MINUTE].map(words).map(({ bg, en }) => [bg, en].map(inBrackets))).toEqual([
      ['под 1 мин.', 'under 1 min'],
      ['под 1 мин.', 'under 1 min'],
      ['1 мин.', '1 min'],
    ])
    function inBrackets(sentence: string) {
      return /\((.+);/.exec(sentence)?.[1]
    }
  })
})

describe('Why somebody who still waits stands where they stand', () => {
  test.each<CallReason>([
    { kind: 'longest-wait', waitedMs: 12 * MINUTE, among: 7 },
    { kind: 'priority', waitedMs: 12 * MINUTE, weight: 3, overtakes: 7 },
    { kind: 'past-standard', waitedMs: 12 * MINUTE, standardMinutes: 20 },
    { kind: 'overtaken-enough', waitedMs: 12 * MINUTE, times: 5 },
    { kind: 'longest-wait', waitedMs: 12 * MINUTE, among: 7, takenBack: 3 },
    {
      kind: 'sent-here',
      waitedMs: 12 * MINUTE,
      from: 3,
      turn: { kind: 'longest-wait', waitedMs: 12 * MINUTE, among: 7 },
    },
    { kind: 'sent-here', waitedMs: 12 * MINUTE, from: null },
    { kind: 'out-of-order', waitedMs: 12 * MINUTE, because: 'short-question', ahead: 7 },
  ])('is told without the minutes, which go on: %o', (reason) => {
    const { bg, en } = turnReasonWords(reason, 'Г 003')
    expect(
      [bg, en].filter((sentence) => /12|undefined|null/.test(sentence) || !sentence.endsWith('.')),
    ).toEqual([])
  })
})

test('Whoever is not next has not waited longest of all, but of those left after the one before', () => {
  const waits = { kind: 'longest-wait', waitedMs: 12 * MINUTE, among: 7 } as const
  expect(turnReasonWords(waits, null).bg).toBe('Чака най-дълго от чакащите за това гише.')
  expect(turnReasonWords(waits, 'Г 003')).toEqual({
    bg: `Чака най-дълго от останалите след ${printed('Г 003')}.`,
    en: `Has waited longest of those left after ${printed('Г 003')}.`,
  })
})

describe('Every reason, outcome and break', () => {
  test('of the lists has words in both languages', () => {
    const lists = [
      [OutOfOrderReason.options, outOfOrderWords],
      [Outcome.options, outcomeWords],
      [PAUSE_REASONS, pauseWords],
    ] as const
    for (const [names, words] of lists) {
      expect(Object.keys(words).sort()).toEqual([...names].sort())
      for (const { bg, en } of Object.values(words))
        expect([/[а-я]/.test(bg), /^[\x20-\x7E]+$/.test(en)]).toEqual([true, true])
    }
  })
})
