import { expect, test } from 'vitest'
import { route } from './route.ts'

test('the board hangs at /display', () => {
  expect(route('/display')).toEqual({ screen: 'board' })
  expect(route('/display/')).toEqual({ screen: 'board' })
})

test('the sign above window 3 hangs at /display/window/3', () => {
  expect(route('/display/window/3')).toEqual({ screen: 'sign', window: '3' })
  expect(route('/display/window/3/')).toEqual({ screen: 'sign', window: '3' })
})

test('a mistyped window is still a sign, so that it can say what is wrong', () => {
  expect(route('/display/window/')).toEqual({ screen: 'sign', window: '' })
  expect(route('/display/window/abc')).toEqual({ screen: 'sign', window: 'abc' })
})
