import { describe, expect, test } from 'vitest'
import { MINUTE } from '#shared/instant.ts'
import { foreseenNow, toldNow } from './telling.ts'

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

describe('What staff are told of somebody who waits', () => {
  test('is what is expected now: sooner than the ticket said, where the hall has become faster', () => {
    expect(foreseenNow(at(35, 50), at(3, 7), 20 * MINUTE)).toEqual({ ...at(3, 7), late: 'no' })
  })

  test('stands still until something has clearly changed, and so does the mark', () => {
    const told = foreseenNow(null, at(18, 19), 20 * MINUTE)
    expect(foreseenNow(told, at(21, 22), 20 * MINUTE)).toEqual(told)
  })

  test('has the mark by the instants beside it, and by no others', () => {
    const late = (from: number, to: number) => foreseenNow(null, at(from, to), 20 * MINUTE).late
    expect([late(10, 20), late(10, 21), late(20, 21), late(21, 30)]).toEqual([
      'no',
      'possible',
      'possible',
      'likely',
    ])
  })
})
