import { describe, expect, it } from 'vitest'
import { whyNoRest } from './rest.ts'

type Seen = Parameters<typeof whyNoRest>[0]

// Fixtures of a view: the brands are the server's to give.
const window = (seen: object): Seen => ({
  current: null,
  held: [],
  mayRest: true,
  isAwaited: false,
  day: { phase: 'open' },
  ...seen,
})
const held = [{ label: 'Г 014' }]

describe('a window rests', () => {
  it('when nobody is at it and others serve those who wait', () => {
    expect(whyNoRest(window({}), 'pause', 'clerk')).toBeNull()
  })
  it('not while somebody is at it', () => {
    expect(whyNoRest(window({ current: { label: 'Г 014' } }), 'pause', 'supervisor')).toBe('busy')
  })
  it('not when it is the last one open for a service with people waiting', () => {
    expect(whyNoRest(window({ mayRest: false }), 'close', 'clerk')).toBe('last-window')
  })
  it('not for a break while somebody who was sent to it waits; closing lets others call them', () => {
    expect(whyNoRest(window({ isAwaited: true }), 'pause', 'clerk')).toBe('sent-here')
    expect(whyNoRest(window({ isAwaited: true }), 'close', 'clerk')).toBeNull()
    expect(whyNoRest(window({ isAwaited: true }), 'pause', 'supervisor')).toBeNull()
  })
  it('not for a break once the day is over, whoever asks: then it closes', () => {
    const over = window({ day: { phase: 'closed' } })
    expect(whyNoRest(over, 'pause', 'clerk')).toBe('day-over')
    expect(whyNoRest(over, 'pause', 'supervisor')).toBe('day-over')
    expect(whyNoRest(over, 'close', 'clerk')).toBeNull()
  })
  it('by the order of a supervisor all the same', () => {
    expect(whyNoRest(window({ mayRest: false, held }), 'close', 'supervisor')).toBeNull()
  })
  it('with somebody on hold, but does not close', () => {
    expect(whyNoRest(window({ held }), 'pause', 'clerk')).toBeNull()
    expect(whyNoRest(window({ held }), 'close', 'clerk')).toBe('held')
  })
})
