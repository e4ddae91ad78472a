import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copiesIn, prove } from '#server/backup/copy.ts'
import type { OfficeId } from '#shared/ids.ts'
import { readLogFile } from '#server/store/log-reader.ts'
import { temporaryFolder } from '../harness/hall.ts'
import { startProcess, startRefused, type HallProcess } from '../harness/process.ts'
import { run } from '../harness/program.ts'
import { ROOT, wide } from '../harness/settings.ts'
import { found } from './report.ts'

/** What disks do: fill up, allow nothing, get damaged, belong to somebody else for a while. Mounting asks for root. */

const office = wide(4)
const [service = ''] = office.services.map(({ id }) => id)
let folder: string
let disk: string
beforeEach(() => {
  folder = temporaryFolder()
  disk = join(folder, 'disk')
  mkdirSync(disk)
})
afterEach(() => {
  spawnSync('umount', [disk])
  rmSync(folder, { recursive: true, force: true })
})

function mount(...options: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', [...options], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`a small disk is needed, and could not be mounted (as root?): ${stderr}`)
}

/** Takes tickets until one is refused. @returns the labels that were given, and what the refusal said. */
async function issueUntilRefused(hall: HallProcess, most: number) {
  const labels: string[] = []
  while (labels.length < most) {
    const { status, body } = await hall.kiosk.command('issue-ticket', { service })
    if (status !== 200) return { labels, refusal: { status, body: body as unknown as { code: string } } }
    labels.push(body.ticket.label)
  }
  return { labels, refusal: null }
}

async function ready(hall: HallProcess): Promise<boolean> {
  const { status } = await fetch(`${hall.base}/health/ready`)
  return status === 200
}

/** What was answered and is not there, and what is there twice. */
async function accounts(data: string, labels: readonly string[]) {
  const log = readLogFile(join(data, 'hall.sqlite'))
  const given: string[] = []
  for await (const { event } of log?.events('pernik' as OfficeId) ?? [])
    // the form is OfficeId's
    if (event.type === 'ticket-issued') given.push(event.label)
  await log?.close()
  return {
    lost: labels.filter((label) => !given.includes(label)).length,
    twice: given.length - new Set(given).size,
  }
}

test('the disk is full: what can’t be kept is refused in words, the screens go on, and with room again so do the tickets', async () => {
  mount('-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk)
  const hall = await startProcess({ data: disk, offices: [office] })
  const before = await issueUntilRefused(hall, 50)
  const ballast = join(disk, 'ballast')
  const { status } = spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k'], { stdio: 'ignore' })
  expect(status).not.toBe(0) // no room is left
  const full = await issueUntilRefused(hall, 5_000)
  expect(full.refusal).toMatchObject({ status: 500, body: { code: 'internal-error' } })
  expect(await ready(hall)).toBe(true)
  const { view } = await hall.nobody.view('hall')
  expect(view).toBeDefined()
  rmSync(ballast)
  const began = performance.now()
  const after = await issueUntilRefused(hall, 50)
  const backAfterMs = Math.round(performance.now() - began)
  expect(after.refusal).toBeNull()
  await hall.terminate()
  const labels = [...before.labels, ...full.labels, ...after.labels]
  const { lost, twice } = await accounts(disk, labels)
  expect([lost, twice]).toEqual([0, 0])
  expect(await prove(join(disk, 'hall.sqlite'))).toHaveLength(1)
  found({
    fault: 'disk full',
    answered: labels.length,
    lost,
    twice,
    backAfterMs,
    told: full.refusal?.body.code ?? '',
  })
  await hall.close()
})

test('a folder that can’t be written stops the start, and says why', async () => {
  const data = join(folder, 'data')
  const hall = await startProcess({ data, offices: [office] })
  const { labels } = await issueUntilRefused(hall, 5)
  await hall.terminate()
  mount('--bind', '-o', 'ro', data, disk)
  spawnSync('mount', ['-o', 'remount,ro,bind', disk])
  const { code, printed } = await startRefused({ data: disk })
  expect(code).toBe(1)
  expect(printed).toContain('can’t be written')
  const { lost, twice } = await accounts(data, labels)
  found({
    fault: 'folder read-only',
    answered: labels.length,
    lost,
    twice,
    backAfterMs: null,
    told: firstLine(printed),
  })
  await hall.close()
})

test('another program holds the database for a while: commands wait, or are refused, and nothing is lost', async () => {
  const data = join(folder, 'data')
  const hall = await startProcess({ data, offices: [office] })
  const labels = [...(await issueUntilRefused(hall, 10)).labels]
  const holder = spawn(
    process.execPath,
    [
      '-e',
      `const D=require('better-sqlite3');const d=new D(process.argv[1]);d.exec('begin immediate');console.log('held');setTimeout(()=>d.exec('commit'),2000)`,
      join(data, 'hall.sqlite'),
    ],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(holder.stdout, 'data')
  const began = performance.now()
  labels.push(...(await issueUntilRefused(hall, 10)).labels)
  expect(labels).toHaveLength(20)
  const backAfterMs = Math.round(performance.now() - began)
  const { lost, twice } = await accounts(data, labels)
  expect([lost, twice]).toEqual([0, 0])
  found({
    fault: 'held by another program for 2 s',
    answered: labels.length,
    lost,
    twice,
    backAfterMs,
    told: 'waits',
  })
  await hall.close()
})

test('a damaged database is not opened: the start says so, and points to the copy', async () => {
  const data = join(folder, 'data')
  const hall = await startProcess({ data, offices: [office] })
  const { labels } = await issueUntilRefused(hall, 300)
  await hall.terminate()
  const file = join(data, 'hall.sqlite')
  const bytes = readFileSync(file)
  bytes.fill(0xa5, 4_096, statSync(file).size)
  writeFileSync(file, bytes)
  const { code, printed } = await startRefused({ data, offices: [office] })
  expect(code).toBe(1)
  expect(printed).toContain('npm run restore')
  found({
    fault: 'file damaged',
    answered: labels.length,
    lost: 0,
    twice: 0,
    backAfterMs: null,
    told: firstLine(printed),
  })
  await hall.close()
})

test('a database that is damaged overnight: the copy is not made, the last good one is restored, and the hall goes on', async () => {
  const data = join(folder, 'data')
  const hall = await startProcess({ data, offices: [office] })
  const { labels } = await issueUntilRefused(hall, 300)
  await hall.terminate()
  const into = join(folder, 'copies')
  expect((await run('backup', ['--data', data, '--into', into])).status).toBe(0)
  const file = join(data, 'hall.sqlite')
  const bytes = readFileSync(file)
  bytes.fill(0xa5, bytes.length / 2)
  writeFileSync(file, bytes)
  expect((await run('backup', ['--data', data, '--into', into])).status).toBe(1)
  const began = performance.now()
  expect((await run('restore', ['--data', data, '--from', copiesIn(into)[0] ?? ''])).status).toBe(0)
  await hall.restart()
  const again = await issueUntilRefused(hall, 1)
  const backAfterMs = Math.round(performance.now() - began)
  expect(again.labels).toHaveLength(1)
  const { lost, twice } = await accounts(data, labels)
  expect([lost, twice]).toEqual([0, 0])
  found({
    fault: 'file damaged, restored',
    answered: labels.length,
    lost,
    twice,
    backAfterMs,
    told: 'no copy is made of it',
  })
  await hall.close()
})

test('of two servers on one file the second is refused', async () => {
  const data = join(folder, 'data')
  const hall = await startProcess({ data, offices: [office] })
  const { printed, code } = await startRefused({ data, offices: [office] })
  expect(code).toBe(1)
  expect(printed).toContain('Another server is using')
  const { labels } = await issueUntilRefused(hall, 5)
  const { lost, twice } = await accounts(data, labels)
  found({
    fault: 'a second server',
    answered: labels.length,
    lost,
    twice,
    backAfterMs: null,
    told: firstLine(printed),
  })
  await hall.close()
})

function firstLine(printed: string): string {
  return (
    printed.split('\n').find((line) => line.includes('hall.sqlite') || line.includes('server')) ?? printed
  )
}
