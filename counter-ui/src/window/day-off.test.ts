import { describe, expect, it } from 'vitest'
import { LocalDate } from '#shared/ids.ts'
import { dayOffOf } from './day-off.ts'

const day = {
  phase: 'open',
  zone: 'Europe/Sofia',
  opensAt: null,
  closesAt: null,
  limitAt: null,
  why: null,
  next: { date: LocalDate.parse('2026-11-30'), opensAt: '2026-11-30T06:30:00.000Z' },
} as unknown as Parameters<typeof dayOffOf>[0] // the brands of instants are the server's to give

describe('a window without work', () => {
  it('says on a day off why, and when the centre opens next', () => {
    const off = dayOffOf({ ...day, phase: 'closed-day', why: { bg: 'неделя', en: 'Sunday' } })
    expect(off?.title).toEqual({
      bg: 'Днес центърът не работи: неделя',
      en: 'The centre is closed today: Sunday',
    })
    expect(off?.next?.date.bg).toBe('понеделник, 30.11.2026 г.')
    expect(off?.next?.from).toEqual({ bg: 'от 08:30\u00a0ч.', en: 'from 08:30' })
  })
  it('says after the limit that the day is over, and when the next begins', () => {
    const off = dayOffOf({ ...day, phase: 'closed' })
    expect(off?.title.bg).toBe('Работният ден на центъра приключи')
    expect(off?.next?.date.en).toMatch(/^Monday,? 30 November 2026$/)
  })
  it('has nothing of this to say before the opening, in the hours and while people are still being served', () => {
    for (const phase of ['before-opening', 'open', 'finishing'] as const)
      expect(dayOffOf({ ...day, phase })).toBeNull()
  })
})
