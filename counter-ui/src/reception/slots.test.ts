import { expect, test } from 'vitest'
import { LocalDate, LocalTime, OfficialId } from '#shared/ids.ts'
import { iso, instant } from '#shared/instant.ts'
import { dayState, earliest, nothingChosen, proposed, slotWords, type DeskOfficial } from './slots.ts'

const at = (text: string) => iso(instant(Date.parse(text)))
const NOW = Date.parse('2026-11-25T08:15:00Z')

function day(
  date: string,
  free: readonly string[],
  until = '2026-12-30T15:00:00Z',
): DeskOfficial['days'][number] {
  return {
    date: LocalDate.parse(date),
    blocks: [],
    left: free.length,
    signUpUntil: at(until),
    substitute: null,
    why: null,
    slots: 26,
    taken: 26 - free.length,
    listed: 0,
    free: free.map((time) => LocalTime.parse(time)),
  }
}

const text = { bg: 'Кмет', en: 'Mayor' }
const mayor: DeskOfficial = {
  id: OfficialId.parse('mayor'),
  post: text,
  name: null,
  portfolio: text,
  room: '204',
  days: [
    day('2026-11-25', ['09:00'], '2026-11-24T15:00:00Z'),
    day('2026-12-02', []),
    day('2026-12-09', ['08:45', '09:15']),
  ],
}

test('a day is over at its cut-off to the millisecond, whatever is free', () => {
  const wednesday = day('2026-12-02', ['09:00'], '2026-12-01T15:00:00Z')
  expect(dayState(wednesday, Date.parse('2026-12-01T15:00:00Z') - 1)).toBe('free')
  expect(dayState(wednesday, Date.parse('2026-12-01T15:00:00Z'))).toBe('over')
})

test('the earliest slot is neither on a day that is over nor on one that is full', () => {
  expect(earliest(mayor, NOW)).toEqual({ official: 'mayor', date: '2026-12-09', time: '08:45' })
})

test('before anything is chosen, the first official and the earliest slot are proposed', () => {
  expect(proposed(nothingChosen, [mayor], NOW)).toMatchObject({
    official: { id: 'mayor' },
    day: { date: '2026-12-09' },
    time: '08:45',
    isGone: false,
  })
})

test('a slot that was chosen and has gone since is not replaced by another in silence', () => {
  const chosen = {
    official: mayor.id,
    date: LocalDate.parse('2026-12-09'),
    time: LocalTime.parse('09:00'),
  }
  expect(proposed(chosen, [mayor], NOW)).toMatchObject({ time: null, isGone: true })
})

test('a full day has no slot to propose', () => {
  const chosen = { official: mayor.id, date: LocalDate.parse('2026-12-02'), time: null }
  expect(proposed(chosen, [mayor], NOW)).toMatchObject({ time: null, isGone: false })
})

test('a slot is written as every other time of the office', () => {
  expect(slotWords({ date: '2026-12-02', time: '09:15' }, 'bg')).toBe('сряда, 02.12.2026 г., 09:15\u00a0ч.')
  expect(slotWords({ date: '2026-12-02', time: '14:00' }, 'en')).toBe('Wednesday, 2 December 2026, 14:00')
})
