import { describe, expect, test } from 'vitest'
import type { DayFace } from '#shared/views.ts'
import { isHelpless, phaseBy } from './opening-hours.ts'
import { officeTimeBy, type Remembered } from './remembered.ts'

// A Wednesday in November: 8:30 in Sofia is 6:30 in UTC.
const day = {
  date: '2026-11-25',
  zone: 'Europe/Sofia',
  phase: 'open',
  opensAt: '2026-11-25T06:30:00.000Z',
  closesAt: '2026-11-25T15:00:00.000Z',
  limitAt: '2026-11-25T17:00:00.000Z',
  why: null,
  next: null,
} as unknown as DayFace // brands of the same strings

const at = (time: string) => Date.parse(`2026-11-25T${time}Z`)

describe('A kiosk without its server', () => {
  test.each([
    ['06:29:59.999', 'before-opening'],
    ['06:30:00.000', 'open'],
    ['14:59:59.999', 'open'],
    ['15:00:00.000', 'finishing'],
    ['17:00:00.000', 'closed'],
  ])('at %s UTC takes the office to be %s', (time, phase) => {
    expect(phaseBy(day, at(time))).toBe(phase)
  })

  test('gives nothing on a day that it does not know, nor on a day off, nor when everyone had been served', () => {
    expect(phaseBy(day, at('22:00:00'))).toBeNull() // midnight in Sofia
    expect(phaseBy({ ...day, phase: 'closed-day', opensAt: null }, at('09:00:00'))).toBe('closed-day')
    expect(phaseBy({ ...day, phase: 'closed' }, at('15:30:00'))).toBe('closed')
  })

  test('that was switched off reckons the office’s time from its own clock, however wrong that is', () => {
    const known = { clock: { officeMs: at('09:00:00'), wallMs: 1_000, speed: 1 } } as Remembered // nothing else is read
    expect(officeTimeBy(known, 61_000)).toBe(at('09:01:00'))
    expect(officeTimeBy({ ...known, clock: { ...known.clock, speed: 10 } }, 61_000)).toBe(at('09:10:00'))
  })

  test('whose clock went back does not know the time', () => {
    const known = { clock: { officeMs: at('09:00:00'), wallMs: 61_000, speed: 1 } } as Remembered // nothing else is read
    expect(officeTimeBy(known, 60_999)).toBeNull()
  })
})

test('tickets by hand are spoken of only while the hall gives tickets, by a kiosk that has neither line nor numbers', () => {
  const without = { isLive: false, hasNumbers: false }
  expect(isHelpless({ ...without, phase: 'open' })).toBe(true)
  for (const phase of ['closed-day', 'before-opening', 'finishing', 'closed'] as const)
    expect(isHelpless({ ...without, phase })).toBe(false)
  expect(isHelpless({ ...without, phase: null })).toBe(true)
  expect(isHelpless({ ...without, phase: 'open', hasNumbers: true })).toBe(false)
  expect(isHelpless({ ...without, phase: 'open', isLive: true })).toBe(false)
})
