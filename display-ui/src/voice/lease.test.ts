import { expect, test } from 'vitest'
import type { Orders } from '#shared/boards.ts'
import { createLease, PATIENCE_MS } from './lease.ts'

const speaks: Orders = { speaks: true, volume: 100, said: [] }

function board() {
  let time = 0
  const answers: ((orders: Orders | null) => void)[] = []
  const lease = createLease({
    now: () => time,
    ask: (_, answer) => void answers.push(answer),
    presence: () => ({ page: 'board-page', zone: null, sound: 'on', saying: null, said: [] }),
  })
  return { lease, answers, pass: (ms: number) => (time += ms) }
}

test('a board speaks once the office has said so, and not before', () => {
  const { lease, answers } = board()
  lease.beat()
  expect(lease.mayBegin()).toBe(false)
  answers[0]?.(speaks)
  expect(lease.mayBegin()).toBe(true)
})

test('an answer counts from its question: one that came late is worth less', () => {
  const { lease, answers, pass } = board()
  lease.beat()
  pass(PATIENCE_MS - 1)
  answers[0]?.(speaks)
  expect(lease.mayBegin()).toBe(true)
  pass(1)
  expect([lease.mayBegin(), lease.mayGoOn(0)]).toEqual([false, false])
})

test('whoever is to be silent finishes the call that was begun before the question, and breaks off one begun after', () => {
  const { lease, answers, pass } = board()
  lease.beat()
  answers[0]?.(speaks)
  pass(100)
  lease.beat()
  pass(50)
  answers[1]?.({ ...speaks, speaks: false })
  expect(lease.mayBegin()).toBe(false)
  expect(lease.mayGoOn(50)).toBe(true)
  expect(lease.mayGoOn(120)).toBe(false)
})

test('an answer that was overtaken by a newer one is not believed', () => {
  const { lease, answers, pass } = board()
  lease.beat()
  pass(10)
  lease.beat()
  answers[1]?.({ ...speaks, speaks: false })
  answers[0]?.(speaks)
  expect(lease.mayBegin()).toBe(false)
})

test('nobody begins where the hour has no volume', () => {
  const { lease, answers } = board()
  lease.beat()
  answers[0]?.({ ...speaks, volume: 0 })
  expect(lease.mayBegin()).toBe(false)
})
