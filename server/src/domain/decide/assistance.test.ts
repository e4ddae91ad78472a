import { expect, test } from 'vitest'
import {
  answerAssistance,
  askAssistance,
  clockTime,
  day,
  events,
  given,
  nothing,
} from '../../../../tests/support/story.ts'

test('Somebody at the kiosk asks for help, and staff see since when', () => {
  const story = given(day('10:00')).when(askAssistance())
  story.then(events({ type: 'assistance-asked' }), ({ day }) =>
    expect(day.assistanceAskedAt).toBe(clockTime(day, '10:00')),
  )
})

test('Asking twice is asking once', () => {
  given(day('10:00'))
    .when(askAssistance())
    .at('10:01')
    .when(askAssistance())
    .then(nothing(), ({ day }) => expect(day.assistanceAskedAt).toBe(clockTime(day, '10:00')))
})

test('Whoever goes to help says so, and the next person may ask', () => {
  given(day('10:00'))
    .when(askAssistance(), answerAssistance())
    .then(events({ type: 'assistance-answered' }), ({ day }) => expect(day.assistanceAskedAt).toBeNull())
    .when(askAssistance())
    .then(events({ type: 'assistance-asked' }))
})

test('Nobody is helped who has not asked', () => {
  given(day('10:00')).when(answerAssistance()).then(nothing())
})

test('A call for help does not outlive its day', () => {
  given(day('18:00'))
    .when(askAssistance())
    .at('2026-11-26 08:30')
    .then(({ day }) => expect(day.assistanceAskedAt).toBeNull())
})
