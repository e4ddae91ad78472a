import { describe, expect, test } from 'vitest'
import {
  apart,
  called,
  callNext,
  callTicket,
  day,
  finish,
  given,
  handIn,
  holdNumbers,
  issued,
  opened,
  serving,
  start,
  undo,
  type Story,
} from '../../../../tests/support/story.ts'
import type { Day } from '../day.ts'
import { evolve } from '../evolve.ts'
import { createFairnessBook } from './fairness.ts'

function reportOf({ recorded, day: { date } }: Story) {
  const book = createFairnessBook()
  let before: Day | null = null
  for (const each of recorded) {
    if (before !== null) book.see(before, each)
    before = evolve(before, each)
  }
  return book.report(date)
}

describe('The report on fairness', () => {
  test('finds nobody overtaken where everyone is called in turn', () => {
    const story = given(day('10:00'), opened(3), ...apart(1, issued('Г'), issued('М')))
      .at('10:05')
      .when(...serving(3), finish(3), callNext(3))
    expect(reportOf(story)).toMatchObject({ called: 2, overtakings: [], outOfOrder: [] })
    expect(reportOf(story).services.every(({ skips, slips }) => skips === 0 && slips === 0)).toBe(true)
  })

  test('tells who went ahead of whom, and that it was by priority', () => {
    const story = given(
      day('10:00'),
      opened(3),
      ...apart(1, issued('Г'), issued('М'), issued('М', { priority: true })),
    )
      .at('10:10')
      .when(callNext(3))
    const { overtakings, services } = reportOf(story)
    expect(overtakings).toMatchObject([
      { label: 'М 002', window: 3, kind: 'priority', passed: ['Г 001', 'М 001'] },
    ])
    expect(services.find(({ service }) => service === 'birth')).toMatchObject({
      skipped: 1,
      skips: 1,
      byPriority: 1,
      most: 1,
    })
    expect(services.find(({ service }) => service === 'tax')).toMatchObject({
      called: 1,
      slips: 1,
      skipped: 1,
    })
  })

  test('counts nobody as overtaken whom that window could not have served', () => {
    const story = given(day('10:00'), opened(3), opened(5), ...apart(1, issued('Г'), issued('М')))
      .at('10:05')
      .when(callNext(5))
    expect(reportOf(story)).toMatchObject({ called: 1, overtakings: [] })
  })

  test('takes who came while the server was away for as early as they came', () => {
    const story = given(day('10:00'), holdNumbers('Г'), opened(3), ...apart(60, issued('Г'), issued('Г')))
      .at('10:10')
      .when(handIn('Г 801', { at: '10:00' }), callNext(3))
    expect(reportOf(story)).toMatchObject({ called: 1, overtakings: [] })
  })

  test('forgets a call that was withdrawn: nobody was overtaken by it', () => {
    const story = given(
      day('10:00'),
      opened(3),
      ...apart(1, issued('М'), issued('Г'), issued('Г', { priority: true })),
    )
      .at('10:10')
      .when(callTicket(3, 'М 001'), start(3), finish(3, { callNext: true }))
      .then(called('Г 002', 3))
    const withdrawn = story.when(undo(3))
    expect(reportOf(withdrawn)).toMatchObject({ called: 1, overtakings: [] })
    const again = withdrawn.when(finish(3, { callNext: true }))
    expect(reportOf(again)).toMatchObject({ called: 2, overtakings: [{ label: 'Г 002', passed: ['Г 001'] }] })
    expect(reportOf(again).services.find(({ service }) => service === 'birth')).toMatchObject({ most: 1 })
  })

  test('lists calls out of order with their reasons', () => {
    const story = given(day('10:00'), opened(3), ...apart(1, issued('Г'), issued('М')))
      .at('10:05')
      .when(callTicket(3, 'М 001'))
    expect(reportOf(story)).toMatchObject({
      outOfOrder: [{ label: 'М 001', window: 3, because: 'short-question', ahead: 1 }],
      overtakings: [{ kind: 'out-of-order', passed: ['Г 001'] }],
    })
  })

  test('names the longest wait and why, of those never served as well', () => {
    const called = given(day('10:00'), opened(3), issued('Г')).at('10:25').when(callNext(3))
    expect(reportOf(called).longest).toMatchObject({
      label: 'Г 001',
      waitedMs: 25 * 60_000,
      window: 3,
      overtaken: 0,
    })
    const unserved = given(day('16:30'), opened(5), issued('Я')).at('19:00')
    expect(reportOf(unserved).longest).toMatchObject({
      label: 'Я 001',
      window: null,
      reason: null,
      waitedMs: 150 * 60_000,
    })
  })
})
