import { expect, test } from 'vitest'
import { createSlices, type Slice } from './slices.ts'

test('of the work beside the work one office’s is finished before the next one’s, and whatever came meanwhile runs between the slices', async () => {
  const slices = createSlices()
  const ran: string[] = []
  const work =
    (name: string, left: number): Slice =>
    () => {
      ran.push(name)
      setImmediate(() => ran.push('a command'))
      return left > 1 ? work(name, left - 1) : null
    }
  await Promise.all([slices.add(work('Pernik', 2)), slices.add(work('Radomir', 2))])

  expect(ran.filter((each) => each !== 'a command')).toEqual(['Pernik', 'Pernik', 'Radomir', 'Radomir'])
  expect(ran.indexOf('a command')).toBeLessThan(ran.lastIndexOf('Pernik'))
})

test('a slice that fails stops nobody else’s', async () => {
  const slices = createSlices()
  let ran = 0
  const failing = slices.add(() => {
    throw new Error('a future failed')
  })
  const next = slices.add(() => {
    ran += 1
    return null
  })

  await expect(failing).rejects.toThrow('a future failed')
  await next
  expect(ran).toBe(1)
})

test('work beside the work leaves the processor to the commands three times as long as it took', async () => {
  const slices = createSlices()
  let spent = 0
  const work =
    (left: number): Slice =>
    () => {
      const began = performance.now()
      while (performance.now() - began < 5);
      spent += performance.now() - began
      return left > 1 ? work(left - 1) : null
    }
  const began = performance.now()
  await slices.add(work(4))
  await slices.add(() => null) // after the last rest

  expect(performance.now() - began).toBeGreaterThan(3.5 * spent)
})
