import { describe, expect, it } from 'vitest'
import { soonestOf, standingOf, stillStands, type Refusal } from './refusal.ts'

type Seen = Parameters<typeof standingOf>[0]

// Fixtures of a view: the brands are the server's to give.
const waiting = (label: string, callableFrom: string) => ({ id: label, label, callableFrom })
const seen = (more: object = {}) =>
  ({
    day: { phase: 'finishing' },
    state: 'open',
    clerk: { id: 'clerk3' },
    current: null,
    next: [waiting('И 001', '2026-11-25T16:59:04.000Z')],
    waiting: 1,
    held: [],
    missed: [],
    mayRest: true,
    isAwaited: true,
    undo: null,
    ...more,
  }) as unknown as Seen
const at = (time: string) => Date.parse(`2026-11-25T${time}Z`)

describe('what was refused at a window', () => {
  const refusal = (soon: Refusal['soon'] = null, isLive: Refusal['isLive'] = null): Refusal => ({
    why: { bg: 'Не.', en: 'No.' },
    standing: standingOf(seen()),
    soon,
    isLive,
  })
  const now = (view: Seen, time: string, isLive = true) => ({
    standing: standingOf(view),
    isLive,
    at: at(time),
  })

  it('stands while nothing has changed that it speaks of: one more who waits behind changes nothing', () => {
    const longer = seen({
      waiting: 2,
      next: [...seen().next, waiting('И 002', '2026-11-25T16:59:09.000Z')],
    })
    expect(stillStands(refusal(), now(longer, '16:59:01'))).toBe(true)
  })
  it.each([
    ['the day is over', { day: { phase: 'closed' } }],
    ['the window was closed', { state: 'closed', clerk: null }],
    ['nobody waits any more', { waiting: 0, next: [] }],
    ['somebody else is first', { next: [waiting('И 000', '2026-11-25T16:50:00.000Z')] }],
    ['the person was called', { current: { id: 'И 001', state: 'called', recallsLeft: 2 } }],
    ['the window may rest again', { mayRest: false }],
    ['nobody waits any more who was sent here', { isAwaited: false }],
    ['who was on hold is back', { held: [{ id: 'Г 001' }] }],
  ])('is over when %s', (_, change) => {
    expect(stillStands(refusal(), now(seen(change), '16:59:01'))).toBe(false)
  })
  it('is over when the seconds are over after which the person may be called', () => {
    const soon = soonestOf(seen(), at('16:59:00'))
    expect(soon).toEqual({ label: 'И 001', at: '2026-11-25T16:59:04.000Z' })
    expect(stillStands(refusal(soon), now(seen(), '16:59:03.999'))).toBe(true)
    expect(stillStands(refusal(soon), now(seen(), '16:59:04'))).toBe(false)
  })
  it('is over when the line is back that it waited for; what had no answer is as uncertain as before', () => {
    const waits = refusal(null, false)
    expect(stillStands(waits, now(seen(), '16:59:01', false))).toBe(true)
    expect(stillStands(waits, now(seen(), '16:59:01', true))).toBe(false)
    for (const isLive of [true, false])
      expect(stillStands(refusal(), now(seen(), '16:59:01', isLive))).toBe(true)
  })
  it('waits for nobody when somebody may be called at once', () => {
    expect(soonestOf(seen(), at('16:59:30'))).toBeNull()
    expect(soonestOf(seen({ next: [] }), at('16:59:00'))).toBeNull()
  })
})
