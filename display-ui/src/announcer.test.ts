import { describe, expect, test } from 'vitest'
import {
  createAnnouncer,
  nextAnnouncement,
  remember,
  type Announceable,
  type Announced,
} from './announcer.ts'
import { called, QUARTER_PAST_TEN } from './fixtures.ts'

const now = QUARTER_PAST_TEN
const nothing: Announced = new Map()

describe('what is announced', () => {
  test('a call that has just been made', () => {
    const call = called(1, 'Г 014', 3)
    expect(nextAnnouncement(nothing, [call], now)).toBe(call)
  })

  test('each call once', () => {
    const call = called(1, 'Г 014', 3)
    expect(nextAnnouncement(remember(nothing, call, now), [call], now)).toBeNull()
  })

  test('not the calls of the morning, on a board switched on at noon', () => {
    expect(
      nextAnnouncement(nothing, [called(2, 'М 031', 1, 16), called(1, 'Г 014', 3, 7_200)], now),
    ).toBeNull()
  })

  test('the oldest of several first', () => {
    const calls = [called(3, 'Д 007', 5, 1), called(2, 'М 031', 1, 3), called(1, 'Г 014', 3, 60)]
    expect(nextAnnouncement(nothing, calls, now)?.label).toBe('М 031')
  })

  test('someone called again, again', () => {
    const announced = remember(nothing, called(1, 'Г 014', 3, 10), now)
    expect(nextAnnouncement(announced, [called(5, 'Г 014', 3, 0, { times: 2 })], now)?.times).toBe(2)
  })

  test('nothing because the clock was set back by a day', () => {
    expect(nextAnnouncement(nothing, [called(1, 'Г 014', 3, -86_400)], now)).toBeNull()
  })

  test('memory does not grow with the day: what is too old to be announced is forgotten', () => {
    let announced = nothing
    for (let id = 1; id <= 5_000; id += 1)
      announced = remember(announced, called(id, 'Г 014', 3, 5_000 - id), now)
    expect(announced.size).toBeLessThan(100)
  })
})

describe('the announcer', () => {
  function hall() {
    const said: string[] = []
    const finish: (() => void)[] = []
    let time = now
    const announcer = createAnnouncer({
      now: () => time,
      announce(call: Announceable) {
        said.push(call.label)
        return new Promise((resolve) => finish.push(resolve))
      },
    })
    const over = async () => {
      finish.shift()?.()
      await new Promise((resolve) => setTimeout(resolve))
    }
    return { said, announcer, over, pass: (ms: number) => (time += ms) }
  }

  test('says one thing at a time, in the order of the calls', async () => {
    const { said, announcer, over } = hall()
    const calls = [called(2, 'М 031', 1), called(1, 'Г 014', 3)]
    void announcer.hear(calls)
    void announcer.hear(calls)
    expect(said).toEqual(['Г 014'])
    await over()
    expect(said).toEqual(['Г 014', 'М 031'])
    await over()
    expect(said).toEqual(['Г 014', 'М 031'])
  })

  test('after a lost line says nothing twice, and misses nothing that is still fresh', async () => {
    const { said, announcer, over } = hall()
    const before = called(1, 'Г 014', 3, 5)
    void announcer.hear([before])
    await over()
    void announcer.hear([])
    void announcer.hear([called(2, 'М 031', 1, 2), before])
    await over()
    expect(said).toEqual(['Г 014', 'М 031'])
  })

  test('is silent while the line is down, also about what was still to come', async () => {
    const { said, announcer, over } = hall()
    void announcer.hear([called(2, 'М 031', 1), called(1, 'Г 014', 3)])
    void announcer.hear([])
    await over()
    expect(said).toEqual(['Г 014'])
  })

  test('does not say late what grew old while it was speaking', async () => {
    const { said, announcer, over, pass } = hall()
    void announcer.hear([called(2, 'М 031', 1), called(1, 'Г 014', 3)])
    pass(16_000)
    await over()
    expect(said).toEqual(['Г 014'])
  })
})
