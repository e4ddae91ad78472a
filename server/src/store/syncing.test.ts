import { fstatSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSyncing } from './syncing.ts'

let folder: string
let file: string
let runs: { readonly descriptor: number; readonly end: (error: Error | null) => void }[]
/** The file is a true one, on a disk that pretends where it is to take its time or to fail. */
const open = () => openSyncing(file, (descriptor, end) => void runs.push({ descriptor, end }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edno-gishe-syncing-'))
  file = join(folder, 'log')
  writeFileSync(file, '')
  runs = []
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
  const syncing = open()
  const said = told(['first', 'second', 'third'], [syncing.synced(), syncing.synced(), syncing.synced()])
  expect(runs).toHaveLength(1)
  runs[0]?.end(null)
  await turn()
  expect([said, runs.length]).toEqual([['first is kept'], 2])
  runs[1]?.end(null)
  await turn()
  expect(said).toEqual(['first is kept', 'second is kept', 'third is kept'])
  expect(runs).toHaveLength(2)
  syncing.close()
})

test('after a sync that failed none is believed, not even one that would succeed', async () => {
  const syncing = open()
  const said = told(['first', 'second'], [syncing.synced(), syncing.synced()])
  runs[0]?.end(new Error('input/output error'))
  await turn()
  runs[1]?.end(null)
  await turn()
  expect(said).toEqual(['first is lost', 'second is lost'])
  await expect(syncing.synced()).rejects.toThrow('input/output error')
  syncing.close()
})

test('a file that is being synced stays open until that is done', async () => {
  const syncing = open()
  void syncing.synced()
  const { descriptor = -1 } = runs[0] ?? {}
  syncing.close()
  expect(fstatSync(descriptor).isFile()).toBe(true)
  runs[0]?.end(null)
  await turn()
  expect(() => fstatSync(descriptor)).toThrow()
})
