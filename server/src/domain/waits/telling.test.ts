import { describe, expect, test } from 'vitest'
import { MINUTE } from '#shared/instant.ts'
import { toldNow } from './telling.ts'

const at = (from: number, to: number) => ({ fromAt: from * MINUTE, toAt: to * MINUTE })

describe('When a ticket is told to be called', () => {
  test('is what is estimated, while nothing was said', () => {
    expect(toldNow(null, null, at(10, 20))).toEqual(at(10, 20))
  })

  test('is never sooner than was said at issue, however fast the hall has become', () => {
    expect(toldNow(null, at(10, 20), at(3, 7))).toEqual(at(10, 20))
    expect(toldNow(at(15, 25), at(10, 20), at(3, 7))).toEqual(at(10, 20))
  })

  test('is later as soon as it is clearly later, and stands still before', () => {
    const told = at(10, 20)
    expect(toldNow(told, told, at(13, 23))).toBe(told)
    expect(toldNow(told, told, at(13, 24))).toEqual(at(13, 24))
  })
})
