import { describe, expect, test } from 'vitest'
import type { HallView } from '#shared/views.ts'
import { called, QUARTER_PAST_TEN } from '../fixtures.ts'
import { isHeardIn, isStillTrue, nextTurn } from './turn.ts'

const now = QUARTER_PAST_TEN
const nothing: ReadonlySet<string> = new Set()
const seen = (calls: HallView['calls'], more: Partial<HallView> = {}) => ({
  calls,
  reception: { calls: [], late: [] },
  windows: [],
  zones: [],
  ...more,
})
// A plain string stands for the branded id.
const zone = (id: string, hall: string | null = null) =>
  ({
    id,
    hall,
    name: { bg: id, en: id },
    windows: [],
    doors: false,
    waiting: 0,
  }) as unknown as HallView['zones'][number]

describe('whose turn it is', () => {
  test('the one called first, of those whom the hall has not heard', () => {
    const view = seen([called(3, 'Д 007', 5, 1), called(2, 'М 031', 1, 3), called(1, 'Г 014', 3, 60)])
    expect(nextTurn(view, null, nothing, now)?.label).toBe('Г 014')
    expect(nextTurn(view, null, new Set(['1 Г 014 1']), now)?.label).toBe('М 031')
  })

  test('nobody’s who has come, was given up or was called by mistake', () => {
    const view = seen([
      called(3, 'Д 007', 5, 1, { state: 'missed' }),
      called(2, 'М 031', 1, 3, { state: 'done' }),
      called(1, 'Г 014', 3, 60, { state: 'serving' }),
    ])
    expect(nextTurn(view, null, nothing, now)).toBeNull()
  })

  test('someone’s who is called again, again', () => {
    const view = seen([called(5, 'Г 014', 3, 0, { times: 2 })])
    expect(nextTurn(view, null, new Set(['1 Г 014 1']), now)?.key).toBe('5 Г 014 2')
  })

  test('not that of a call from this morning, on a board switched on at noon', () => {
    expect(nextTurn(seen([called(1, 'Г 014', 3, 7_200)]), null, nothing, now)).toBeNull()
  })

  test('not because the clock was set back by a day', () => {
    expect(nextTurn(seen([called(1, 'Г 014', 3, -86_400)]), null, nothing, now)).toBeNull()
  })

  test('a call that was withdrawn while the chime sounded is true no more', () => {
    const before = seen([called(1, 'Г 014', 3)])
    const turn = nextTurn(before, null, nothing, now)
    if (turn === null) throw new Error('nobody has a turn')
    expect(isStillTrue(turn, before, null, now)).toBe(true)
    expect(isStillTrue(turn, seen([]), null, now)).toBe(false)
    expect(isStillTrue(turn, seen([called(1, 'Г 014', 3, 0, { state: 'serving' })]), null, now)).toBe(false)
  })
})

describe('where a call is heard', () => {
  const zones = [zone('taxes'), zone('upstairs', 'upper-hall')]

  test('in the hall whose zone shows it, and not in the other', () => {
    expect(isHeardIn(null, ['taxes'], zones)).toBe(true)
    expect(isHeardIn('upper-hall', ['taxes'], zones)).toBe(false)
    expect(isHeardIn('upper-hall', ['upstairs'], zones)).toBe(true)
    expect(isHeardIn(null, ['upstairs'], zones)).toBe(false)
  })

  test('in the main hall, where no zone shows it: nobody is called unheard', () => {
    expect(isHeardIn(null, [], zones)).toBe(true)
    expect(isHeardIn('upper-hall', [], zones)).toBe(false)
  })
})
