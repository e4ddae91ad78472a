import { expect, test } from 'vitest'
import { clockTime, day, given, notice, NOTICE, refused, withdraw } from '../../../../tests/support/story.ts'

test('A notice stands on the boards from now until its time, in both languages', () => {
  given(day('10:00'))
    .when(notice({ until: '12:00' }))
    .then(({ day }) =>
      expect(day.notices).toMatchObject([
        { text: NOTICE, from: clockTime(day, '10:00'), until: clockTime(day, '12:00') },
      ]),
    )
})

test('A notice may be for tomorrow: it outlives the day, and goes with the day on which it is over', () => {
  given(day('10:00'))
    .when(notice({ until: '12:00' }), notice({ from: '2026-11-26 09:00', until: '2026-11-26 10:00' }))
    .at('2026-11-26 08:30')
    .then(({ day }) => expect(day.notices.map(({ from }) => from)).toEqual([clockTime(day, '09:00')]))
    .at('2026-11-27 08:30')
    .then(({ day }) => expect(day.notices).toEqual([]))
})

test('A notice whose end is now, or before it begins, is refused', () => {
  given(day('10:00'))
    .when(notice({ until: '10:00' }))
    .then(refused('notice-is-over'))
  given(day('10:00'))
    .when(notice({ from: '12:00', until: '11:59' }))
    .then(refused('notice-ends-before-it-begins'))
})

test('A notice can be taken down, once', () => {
  given(day('10:00'))
    .when(notice({ until: '12:00' }), withdraw('2026-11-25-3'))
    .then(({ day }) => expect(day.notices).toEqual([]))
    .when(withdraw('2026-11-25-3'))
    .then(refused('unknown-notice'))
})
