import { expect, test } from 'vitest'
import { createSlices } from './slices.ts'

test('of the work beside the work one slice runs at a time, in turn, and whatever came meanwhile runs in between', async () => {
  const slices = createSlices()
  const ran: string[] = []
  const work = (name: string, left: number) =>
    slices.add(() => {
      ran.push(name)
      setImmediate(() => ran.push('a command'))
      if (left > 1) work(name, left - 1)
    })
  work('Pernik', 2)
  work('Radomir', 2)
  await new Promise((resolve) => setTimeout(resolve, 50))

  expect(ran.filter((each) => each !== 'a command')).toEqual(['Pernik', 'Radomir', 'Pernik', 'Radomir'])
  expect(ran.indexOf('a command')).toBeLessThan(ran.indexOf('Radomir', ran.indexOf('Radomir') + 1))
})

test('a slice that fails stops nobody else’s', async () => {
  const slices = createSlices()
  const failed = new Promise<unknown>((resolve) => process.once('uncaughtException', resolve))
  let ran = 0
  const own = process.listeners('uncaughtException').slice(0, -1)
  for (const listener of own) process.off('uncaughtException', listener)
  slices.add(() => {
    throw new Error('a future failed')
  })
  slices.add(() => void (ran += 1))
  await failed
  for (const listener of own) process.on('uncaughtException', listener)
  await new Promise((resolve) => setTimeout(resolve, 20))

  expect(ran).toBe(1)
})
