import { expect, test } from 'vitest'
import { createStrikes, keysOf } from './keys.ts'

test('without a setting the arrows, Enter, F1 and F2 take somebody through the screen', () => {
  expect(keysOf(null)).toEqual({
    ArrowDown: 'next',
    ArrowRight: 'next',
    ArrowUp: 'previous',
    ArrowLeft: 'previous',
    Enter: 'choose',
    NumpadEnter: 'choose',
    F1: 'listen',
    F2: 'volume',
  })
})

test('a keypad with keys of its own is named in the address; what it lacks keeps its usual key', () => {
  expect(keysOf('next:F13, previous:F14,choose:F15,listen:F16,plugged:F17,unplugged:F18,dance:F19')).toEqual({
    F13: 'next',
    F14: 'previous',
    F15: 'choose',
    F16: 'listen',
    F2: 'volume',
    F17: 'plugged',
    F18: 'unplugged',
  })
})

test('a hand that shakes strikes a key once, where the kiosk was told so; another key is meant', () => {
  const counts = createStrikes(500)
  const strokes = [
    ['F13', 1_000],
    ['F13', 1_300],
    ['F13', 1_700],
    ['F13', 2_200],
    ['F14', 2_300],
    ['F13', 2_350],
  ] as const
  expect(strokes.map(([code, at]) => counts(code, at))).toEqual([true, false, false, true, true, true])
})

test('without that setting every stroke counts', () => {
  const counts = createStrikes(0)
  expect([counts('F13', 1_000), counts('F13', 1_001)]).toEqual([true, true])
})
