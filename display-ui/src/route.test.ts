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

test('the sign by a door hangs at the official’s name or at the room', () => {
  expect(route('/display/door/mayor')).toEqual({ screen: 'door', door: 'mayor' })
  expect(route('/display/door/204/')).toEqual({ screen: 'door', door: '204' })
  expect(route('/display/door/')).toEqual({ screen: 'door', door: '' })
})
