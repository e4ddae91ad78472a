import { execFileSync } from 'node:child_process'
import { createReadStream, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDevicePort, PortBroken } from '#server/hall/port.ts'
import { plugInPrinter } from '#server/training/printer.ts'
import { startHall, temporaryFolder } from '../harness/hall.ts'
import { HASTY, isOver, issue, seen, withPrinter } from './printed-hall.ts'
import { codeOn } from './sheet.ts'

let folder: string
beforeEach(() => void (folder = temporaryFolder()))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('A printer behind a device file gets the same bytes as one in the network', async () => {
  const path = join(folder, 'lp0')
  writeFileSync(path, '')
  const hall = await startHall({
    offices: [withPrinter(9100, { connection: { kind: 'device', path }, answers: false })],
    paper: { patience: HASTY, pollMs: 100 },
  })
  const { ticket } = await issue(hall)
  const view = await seen(hall, isOver)
  await hall.close()
  const printer = await plugInPrinter()
  await new Promise<void>((resolve) => {
    const socket = connect(printer.port, '127.0.0.1')
    socket.end(readFileSync(path), () => setTimeout(resolve, 300))
  })
  await printer.close()

  expect(view.jobs).toMatchObject([{ state: 'printed' }])
  expect(printer.sheets.map(({ bitmap }) => codeOn(bitmap))).toEqual([`${hall.base}/t/pernik/${ticket.code}`])
})

test('A device file that is not there is a printer that cannot be reached', async () => {
  const hall = await startHall({
    offices: [
      withPrinter(9100, { connection: { kind: 'device', path: join(folder, 'none') }, answers: false }),
    ],
    paper: { patience: HASTY, pollMs: 100 },
  })
  await issue(hall)
  const view = await seen(hall, isOver)
  await hall.close()

  expect(view.jobs).toMatchObject([{ state: 'failed', failure: 'unreachable' }])
})

test('A device that takes nothing more is given up, and holds no thread', async () => {
  const path = join(folder, 'pipe')
  execFileSync('mkfifo', [path])
  const port = await openDevicePort(path)
  const began = performance.now()
  // A pipe that nobody reads takes what it has room for, and no more.
  await expect(port.write(Buffer.alloc(1_000_000), 200)).rejects.toThrow(PortBroken)
  expect(performance.now() - began).toBeLessThan(2_000)
  await port.close()
})

test('A device that is slow to take gets everything', async () => {
  const path = join(folder, 'pipe')
  execFileSync('mkfifo', [path])
  const port = await openDevicePort(path)
  let taken = 0
  const reader = createReadStream(path)
  reader.on('data', (bytes) => {
    taken += bytes.length
    reader.pause()
    setTimeout(() => reader.resume(), 1)
  })
  await port.write(Buffer.alloc(500_000), 2_000)
  reader.destroy()
  await port.close()

  expect(taken).toBeGreaterThan(300_000)
})
