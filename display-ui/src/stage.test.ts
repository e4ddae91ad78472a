import { describe, expect, test } from 'vitest'
import { called } from './fixtures.ts'
import { createStage, HOLD_MS, MOST_QUEUED, nextLead, shown } from './stage.ts'

const first = called(1, 'Г 014', 3)
const second = called(2, 'М 031', 1)
const third = called(3, 'Д 007', 5)

describe('who leads the board', () => {
  test('nobody, before anyone has been called', () => {
    expect(nextLead(null, [], 0)).toEqual({ lead: null, again: null })
  })

  test('the newest call, on a board that has just been switched on', () => {
    expect(nextLead(null, [third, second, first], 0).lead?.label).toBe('Д 007')
  })

  test('a new call at once, when the one before has had its moment', () => {
    const { lead } = nextLead(null, [first], 0)
    expect(nextLead(lead, [second, first], HOLD_MS)).toEqual({
      lead: { id: 2, label: 'М 031', window: 1, since: HOLD_MS },
      again: null,
    })
  })

  test('a call keeps the lead for a second and a half, whatever comes', () => {
    const { lead } = nextLead(null, [first], 0)
    expect(nextLead(lead, [second, first], 400)).toEqual({ lead, again: HOLD_MS - 400 })
  })

  test('calls that come together lead one after another, oldest first', () => {
    const { lead } = nextLead(null, [first], 0)
    const then = nextLead(lead, [third, second, first], HOLD_MS)
    expect(then).toEqual({ lead: { id: 2, label: 'М 031', window: 1, since: HOLD_MS }, again: HOLD_MS })
    expect(nextLead(then.lead, [third, second, first], 2 * HOLD_MS).lead?.label).toBe('Д 007')
  })

  test('with more than five in the queue the newest leads at once: the queue must not run behind the hall', () => {
    const { lead } = nextLead(null, [first], 0)
    const crowd = Array.from({ length: MOST_QUEUED + 1 }, (_, index) =>
      called(10 - index, `М 03${index}`, 1 + index),
    )
    expect(nextLead(lead, [...crowd, first], HOLD_MS)).toMatchObject({ lead: { id: 10 }, again: null })
    expect(nextLead(lead, [...crowd.slice(1), first], HOLD_MS)).toMatchObject({ lead: { id: 5 } })
  })

  test('someone called again takes the lead again', () => {
    const { lead } = nextLead(null, [second, first], 0)
    const again = called(4, 'Г 014', 3, 0, { times: 2 })
    expect(nextLead(lead, [again, second], HOLD_MS).lead).toMatchObject({ id: 4, label: 'Г 014' })
  })

  test('while a recall of the leading call waits its moment, the lead already shows what is now true of it', () => {
    const { lead } = nextLead(null, [first], 0)
    const again = called(4, 'Г 014', 3, 0, { times: 2 })
    expect(lead && shown(lead, [again])).toBe(again)
  })

  test('a call that was taken back leaves the lead at once', () => {
    const { lead } = nextLead(null, [second, first], 0)
    expect(nextLead(lead, [first], 100).lead?.label).toBe('Г 014')
    expect(nextLead(lead, [third, first], 100).lead?.label).toBe('Д 007')
  })

  test('a new day begins with an empty lead, and counts from one without harm', () => {
    const { lead } = nextLead(null, [called(900, 'Г 140', 3)], 0)
    expect(nextLead(lead, [], 100).lead).toBeNull()
    expect(nextLead(lead, [first], 100).lead?.label).toBe('Г 014')
  })
})

test('three calls within a moment each stand in the lead, and then the clock rests', () => {
  let now = 0
  const timers: { run: () => void; at: number }[] = []
  const stage = createStage({
    now: () => now,
    later(run, ms) {
      const timer = { run, at: now + ms }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
  })
  const led: (string | undefined)[] = []
  stage.subscribe(() => led.push(`${stage.get()?.label} ${now}`))
  stage.show([first])
  now = 100
  stage.show([second, first])
  now = 200
  stage.show([third, second, first])
  for (;;) {
    const [timer] = timers.splice(0)
    if (timer === undefined) break
    now = timer.at
    timer.run()
  }
  expect(led).toEqual(['Г 014 0', `М 031 ${HOLD_MS}`, `Д 007 ${2 * HOLD_MS}`])
})
