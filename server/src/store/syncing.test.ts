import { fstatSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openSyncing } from './syncing.ts'

/** The disk is a true one where it works, and pretends where it is to take its time or to fail. */
const { fdatasync } = vi.hoisted(() => ({
  fdatasync: vi.fn<(file: number, done: (error: Error | null) => void) => void>(),
}))
vi.mock('node:fs', async (original) => ({ ...(await original<typeof import('node:fs')>()), fdatasync }))

let folder: string
let file: string
let runs: ((error: Error | null) => void)[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edno-gishe-syncing-'))
  file = join(folder, 'log')
  writeFileSync(file, '')
  runs = []
  fdatasync.mockImplementation((_file, done) => void runs.push(done))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Who has been told so far. */
function told(names: readonly string[], asked: readonly Promise<void>[]): string[] {
  const said: string[] = []
  asked.forEach((each, index) =>
    each.then(
      () => said.push(`${names[index]} is kept`),
      () => said.push(`${names[index]} is lost`),
    ),
  )
  return said
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('what is written while a sync runs waits for the next one, and all of it shares that one', async () => {
  const syncing = openSyncing(file)
  const said = told(['first', 'second', 'third'], [syncing.synced(), syncing.synced(), syncing.synced()])
  expect(runs).toHaveLength(1)
  runs[0]?.(null)
  await turn()
  expect([said, runs.length]).toEqual([['first is kept'], 2])
  runs[1]?.(null)
  await turn()
  expect(said).toEqual(['first is kept', 'second is kept', 'third is kept'])
  expect(runs).toHaveLength(2)
  syncing.close()
})

test('after a sync that failed none is believed, not even one that would succeed', async () => {
  const syncing = openSyncing(file)
  const said = told(['first', 'second'], [syncing.synced(), syncing.synced()])
  runs[0]?.(new Error('input/output error'))
  await turn()
  runs[1]?.(null)
  await turn()
  expect(said).toEqual(['first is lost', 'second is lost'])
  await expect(syncing.synced()).rejects.toThrow('input/output error')
  syncing.close()
})

test('a file that is being synced stays open until that is done', async () => {
  const syncing = openSyncing(file)
  void syncing.synced()
  const [descriptor = -1] = fdatasync.mock.lastCall ?? []
  syncing.close()
  expect(fstatSync(descriptor).isFile()).toBe(true)
  runs[0]?.(null)
  await turn()
  expect(() => fstatSync(descriptor)).toThrow()
})
