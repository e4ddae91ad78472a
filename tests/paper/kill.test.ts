import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plugInPrinter, type TrainingPrinter } from '#server/training/printer.ts'
import type { PrintingView } from '#shared/printing.ts'
import type { Person } from '../harness/people.ts'
import { startProcess, type HallProcess } from '../harness/process.ts'
import { withPrinter } from './printed-hall.ts'
import { codeOn } from './sheet.ts'

/** `kill -9` while paper is on its way: none comes out twice, none is lost without a word. */

let printer: TrainingPrinter
let hall: HallProcess
let supervisor: Person
beforeAll(async () => {
  printer = await plugInPrinter()
  hall = await startProcess({ offices: [withPrinter(printer.port)] })
  supervisor = await hall.as('supervisor') // the session outlives the server
}, 120_000)
afterAll(async () => {
  await hall.close()
  await printer.close()
})

async function jobs(): Promise<PrintingView['jobs']> {
  return (await supervisor.view('printing')).view.jobs
}

async function until(is: (jobs: PrintingView['jobs']) => boolean) {
  for (let look = 0; look < 200; look += 1) {
    const now = await jobs()
    if (is(now)) return now
    await pause(100)
  }
  throw new Error(JSON.stringify(await jobs()))
}

test('killed between the bytes and the printer’s word, it prints nothing twice and loses nothing', async () => {
  // The first ticket reaches the printer, whose „done“ does not come; the second waits behind it.
  printer.set({ unconfirming: true })
  const first = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  await until(([job]) => job?.state === 'sent' && printer.sheets.length === 1)
  const second = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  await hall.kill()
  printer.set({ unconfirming: false })
  await hall.restart()
  const after = await until((all) => all.every(({ state }) => state === 'printed' || state === 'failed'))
  await pause(500)

  expect(after).toMatchObject([
    { label: second.ticket.label, state: 'printed' },
    { label: first.ticket.label, state: 'failed', failure: 'interrupted' },
  ])
  expect(printer.sheets.map(({ bitmap }) => codeOn(bitmap))).toEqual(
    [first, second].map(({ ticket }) => `${hall.base}/t/pernik/${ticket.code}`),
  )
})

test('what a server killed in the middle left in the printer does not come out with the next ticket', async () => {
  await hall.kill()
  const socket = connect(printer.port, '127.0.0.1')
  // The beginning of a band of dots, whose end never comes.
  await new Promise((resolve) =>
    socket.write(Buffer.from([0x1d, 0x76, 0x30, 0, 72, 0, 255, 15, 255, 255]), resolve),
  )
  socket.end()
  await hall.restart()
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  await until((all) => all.some(({ label, state }) => label === ticket.label && state === 'printed'))

  expect(printer.sheets.map(({ bitmap }) => codeOn(bitmap)).at(-1)).toBe(
    `${hall.base}/t/pernik/${ticket.code}`,
  )
})

test('killed again and again while tickets are taken, every ticket has its job, and no code is on two sheets', async () => {
  const issued: string[] = []
  for (let round = 0; round < 4; round += 1) {
    const taking = Array.from({ length: 5 }, async () => {
      const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
      issued.push(ticket.label)
    })
    const killing = pause(40 + round * 90).then(() => hall.kill())
    await Promise.allSettled(taking)
    await killing
    await hall.restart()
  }
  const all = await until((some) => some.every(({ state }) => state === 'printed' || state === 'failed'))
  const codes = printer.sheets.map(({ bitmap }) => codeOn(bitmap))

  expect(issued.filter((label) => !all.some((job) => job.label === label))).toEqual([])
  expect(new Set(codes).size).toBe(codes.length)
  const silent = all.filter(({ state, failure }) => state === 'failed' && failure === null)
  expect(silent).toEqual([])
}, 90_000)
