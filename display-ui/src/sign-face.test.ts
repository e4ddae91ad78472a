import { describe, expect, test } from 'vitest'
import { called, QUARTER_PAST_TEN as now } from './fixtures.ts'
import { signFace } from './sign-face.ts'

const window3 = { window: 3, name: null, direction: null, state: 'calling', label: 'Г 014' } as const

describe('the sign above window 3', () => {
  test('shows whom the window has just called', () => {
    expect(signFace([called(7, 'Г 014', 3)], window3, false, now)).toEqual({
      kind: 'calling',
      label: 'Г 014',
      call: 7,
      isFresh: true,
      isLast: false,
    })
  })

  test('no longer shows a call as new after a while, and says when it is the last one', () => {
    const call = called(9, 'Г 014', 3, 45, { times: 3, last: true })
    expect(signFace([call], window3, false, now)).toMatchObject({ isFresh: false, isLast: true })
  })

  test('is not mistaken about the same number called at another window', () => {
    expect(signFace([called(7, 'Г 014', 5)], window3, false, now)).toMatchObject({ call: 0, isFresh: false })
  })

  test('shows whom the window serves, and otherwise its state', () => {
    expect(signFace([], { ...window3, state: 'serving' }, false, now)).toEqual({
      kind: 'serving',
      label: 'Г 014',
    })
    expect(signFace([], { ...window3, state: 'paused', label: null }, false, now)).toEqual({ kind: 'paused' })
    expect(signFace([], { ...window3, state: 'closed', label: null }, false, now)).toEqual({ kind: 'closed' })
    expect(signFace([], { ...window3, state: 'open', label: null }, false, now)).toEqual({ kind: 'open' })
  })

  test('without a line an old call never looks new', () => {
    expect(signFace([called(7, 'Г 014', 3)], window3, true, now)).toEqual({ kind: 'stale', label: 'Г 014' })
  })
})
