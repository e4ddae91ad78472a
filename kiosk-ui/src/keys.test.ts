import { expect, test } from 'vitest'
import { keysOf } from './keys.ts'

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
