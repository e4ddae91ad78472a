import { describe, expect, test } from 'vitest'
import type { Orders } from '#shared/boards.ts'
import type { HallView } from '#shared/views.ts'
import { called, QUARTER_PAST_TEN } from '../fixtures.ts'
import { createAnnouncer, type Speaker } from './announcer.ts'

/** A hall with one board, in which time passes by hand: a chime takes a second, a call four. */
function hall() {
  let ticks = 0
  let orders: Orders = { speaks: true, volume: 80, said: [] }
  let isUp = true
  const waiting: { at: number; over: () => void }[] = []
  const heard: string[] = []
  const reports: { call: number; telling: string; began: number; ended: number }[] = []
  let isStopped = false
  const wait = (ms: number) => new Promise<void>((over) => void waiting.push({ at: ticks + ms, over }))
  const speaker: Speaker = {
    async chime() {
      isStopped = false
      heard.push(`${ticks} chime`)
      await wait(1_000)
    },
    async say({ label }) {
      heard.push(`${ticks} ${label}`)
      await wait(4_000)
      return { how: isStopped ? 'cut-off' : 'spoken', languages: ['bg'] }
    },
    stop() {
      isStopped = true
      for (const each of waiting) each.at = ticks
    },
  }
  const announcer = createAnnouncer({
    hall: () => null,
    lease: {
      mayBegin: () => isUp && orders.speaks && orders.volume > 0,
      mayGoOn: () => isUp,
      orders: () => orders,
    },
    speaker,
    now: () => QUARTER_PAST_TEN + ticks,
    ticks: () => ticks,
    pause: wait,
    report: ({ call, telling, at, endedAt }) =>
      reports.push({ call, telling, began: at - QUARTER_PAST_TEN, ended: endedAt - QUARTER_PAST_TEN }),
  })
  const settle = () => new Promise((resolve) => setTimeout(resolve))
  return {
    heard,
    reports,
    announcer,
    settle,
    async pass(ms: number) {
      const until = ticks + ms
      for (;;) {
        await settle()
        const [next] = waiting.toSorted((a, b) => a.at - b.at)
        if (next === undefined || next.at > until) break
        waiting.splice(waiting.indexOf(next), 1)
        ticks = Math.max(ticks, next.at)
        next.over()
      }
      ticks = until
      await settle()
    },
    show(calls: HallView['calls']) {
      // The rest of the hall says nothing to the voice.
      const view = {
        calls,
        reception: { calls: [], late: [] },
        windows: [],
        zones: [],
      } as unknown as HallView
      void announcer.hear(view)
    },
    order: (more: Partial<Orders>) => (orders = { ...orders, ...more }),
    cut() {
      isUp = false
      void announcer.hear(null)
      void announcer.look()
    },
  }
}

describe('the announcer', () => {
  test('says twelve calls of one second one after another, in order, each once, with its chime and its pause', async () => {
    const { show, pass, heard, reports } = hall()
    const calls = Array.from({ length: 12 }, (_, index) => called(12 - index, `Г ${100 + 12 - index}`, 1))
    show(calls)
    show(calls)
    await pass(12 * 5_900)
    const expected = Array.from({ length: 12 }, (_, index) => [
      `${index * 5_900} chime`,
      `${index * 5_900 + 1_000} Г ${101 + index}`,
    ])
    expect(heard).toEqual(expected.flat())
    expect(reports.map(({ call }) => call)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(
      reports.every(({ telling, began, ended }) => telling === 'spoken' && ended - began === 5_000),
    ).toBe(true)
  })

  test('says nothing of whoever has come while the chime sounded, or while others were called', async () => {
    const { show, pass, heard, reports } = hall()
    show([called(2, 'М 031', 1), called(1, 'Г 014', 3)])
    await pass(500)
    show([called(2, 'М 031', 1, 0, { state: 'serving' }), called(1, 'Г 014', 3, 0, { state: 'serving' })])
    await pass(20_000)
    expect(heard).toEqual(['0 chime'])
    expect(reports).toEqual([])
  })

  test('says a recall once more, and only once', async () => {
    const { show, pass, heard } = hall()
    show([called(1, 'Г 014', 3)])
    await pass(10_000)
    show([called(4, 'Г 014', 3, 0, { times: 2 })])
    await pass(10_000)
    show([called(4, 'Г 014', 3, 0, { times: 2 })])
    await pass(10_000)
    expect(heard.filter((each) => each.endsWith('Г 014'))).toHaveLength(2)
  })

  test('says nothing while another board speaks, and goes on where that one stopped', async () => {
    const { show, pass, heard, order, announcer } = hall()
    order({ speaks: false })
    show([called(2, 'М 031', 1), called(1, 'Г 014', 3)])
    await pass(3_000)
    order({ speaks: true, said: ['1 Г 014 1'] })
    void announcer.look()
    await pass(20_000)
    expect(heard).toEqual(['3000 chime', '4000 М 031'])
  })

  test('breaks off when its line goes down, and does not count the call as said', async () => {
    const { show, pass, heard, reports, cut, announcer } = hall()
    show([called(2, 'М 031', 1), called(1, 'Г 014', 3)])
    await pass(2_000)
    cut()
    await pass(20_000)
    expect(heard).toEqual(['0 chime', '1000 Г 014'])
    expect(reports).toMatchObject([{ call: 1, telling: 'cut-off', ended: 2_000 }])
    expect(announcer.said()).toEqual([])
  })

  test('is silent where the hour has no volume', async () => {
    const { show, pass, heard, order } = hall()
    order({ volume: 0 })
    show([called(1, 'Г 014', 3)])
    await pass(20_000)
    expect(heard).toEqual([])
  })

  test('memory does not grow with the day', async () => {
    const { show, pass, announcer } = hall()
    for (let id = 1; id <= 60; id += 1) {
      show([called(id, 'Г 014', 3, -6 * id)])
      await pass(6_000)
    }
    expect(announcer.said()).toHaveLength(40)
  })
})
