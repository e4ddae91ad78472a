import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

/** Work that ends when it is told to. */
function held() {
  const ends: (() => void)[] = []
  return { ends, work: () => new Promise<string>((resolve) => ends.push(() => resolve('done'))) }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('two at once, the others after them, in order', async () => {
  const turns = createTurns({ atOnce: 2, waiting: 5 })
  const { ends, work } = held()
  const all = [1, 2, 3, 4].map(() => turns.take('hall', work))
  await settled()
  expect(ends).toHaveLength(2)

  ends[0]?.()
  await settled()
  expect(ends).toHaveLength(3)
  ends[1]?.()
  await settled()
  for (const end of ends) end()
  expect(await Promise.all(all)).toEqual(['done', 'done', 'done', 'done'])
})

test('who asks without end is sent away, and delays nobody else', async () => {
  const turns = createTurns({ atOnce: 1, waiting: 2 })
  const { ends, work } = held()
  const flood = Array.from({ length: 10 }, () => turns.take('flood', work))
  const other = turns.take('hall', work)
  await settled()

  expect(ends).toHaveLength(2)
  for (const end of ends) end()
  expect(await other).toBe('done')
  await settled()
  ends[2]?.()
  await settled()
  ends[3]?.()
  expect((await Promise.all(flood)).filter((each) => each === null)).toHaveLength(7)
})

test('work that fails gives its place on', async () => {
  const turns = createTurns({ atOnce: 1, waiting: 1 })
  const failing = turns.take('hall', () => Promise.reject(new Error('no')))
  const next = turns.take('hall', () => Promise.resolve('done'))

  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('done')
})
