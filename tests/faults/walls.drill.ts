import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { plugInPrinter } from '#server/training/printer.ts'
import { hangTwo } from '../harness/board.ts'
import { peopleOf } from '../harness/people.ts'
import { hasty } from '../harness/settings.ts'
import { withPrinter } from '../paper/printed-hall.ts'
import { codeOn } from '../paper/sheet.ts'
import { startPair } from './busy-hall.ts'
import { found } from './report.ts'

/** What hangs on the walls, when the node dies that prints, or that hears the board which speaks. */

const TAKEN_OVER_MS = 5_000

test('the node that prints is killed: the other prints what is queued, and no ticket comes out twice', async () => {
  const printer = await plugInPrinter()
  onTestFinished(() => printer.close())
  const { database, url, nodes, base } = await startPair(withPrinter(printer.port))
  const people = peopleOf(base)
  const supervisor = await people.as('supervisor')
  const printingNode = async () =>
    (await database.sql<{ who: string }>(url, `select who from duties where what = 'printing'`))[0]?.who
  const codes: string[] = []
  /** As the kiosk's page does it: without an answer the same is asked again. */
  const take = async () => {
    const key = `visitor-${codes.length}`
    for (let tries = 1; ; tries += 1) {
      const reply = await people.kiosk.command('issue-ticket', { service: 'payment' }, key).catch(() => null)
      if (reply?.status !== 200 && tries < 5) continue
      const code = reply?.body.ticket.code ?? ''
      codes.push(code)
      return code
    }
  }
  const read: (string | undefined)[] = []
  /** The codes on what came out, in order. */
  const printed = () => {
    for (const { bitmap } of printer.sheets.slice(read.length)) read.push(codeOn(bitmap)?.split('/').at(-1))
    return read
  }
  let slowestDutyMs = 0
  let slowestMs = 0
  for (let round = 0; round < 3; round += 1) {
    for (let visitor = 0; visitor < 3; visitor += 1) await take()
    // The one that was started first prints; whoever comes back later leaves it to the other.
    const before = await printingNode()
    const node = nodes[round % 2] ?? nodes[0]
    await node.kill()
    const killed = performance.now()
    const code = await take()
    await expect.poll(printingNode, { timeout: 20_000, interval: 20 }).not.toBe(before)
    slowestDutyMs = Math.max(slowestDutyMs, performance.now() - killed)
    await expect.poll(() => printed().includes(code), { timeout: 20_000, interval: 20 }).toBe(true)
    slowestMs = Math.max(slowestMs, performance.now() - killed)
    await node.restart()
  }
  await pause(2_000)
  expect(slowestDutyMs).toBeLessThan(TAKEN_OVER_MS)
  const { jobs } = (await supervisor.view('printing')).view
  const interrupted = jobs.filter(({ state }) => state === 'failed')

  expect(new Set(printed()).size).toBe(printed().length)
  expect(interrupted.every(({ failure }) => failure === 'interrupted')).toBe(true)
  expect(jobs.filter(({ state }) => state === 'queued' || state === 'sent')).toEqual([])
  expect(printer.crossTalk()).toBe(0)
  found({
    fault: 'the node that prints killed, 3 times',
    answered: codes.length,
    lost: Math.max(0, codes.filter((code) => !printed().includes(code)).length - interrupted.length),
    twice: printed().length - new Set(printed()).size,
    backAfterMs: Math.round(slowestMs),
    told: `the other has it after ${Math.round(slowestDutyMs)} ms; until a ticket taken then was printed`,
  })
})

test('the node of the speaking board is killed: another speaks within five seconds, and never two at once', async () => {
  const { nodes } = await startPair(hasty())
  const [here, there] = nodes
  const boards = await hangTwo(here, there)
  const speaker = () => boards.findIndex((board) => board.speaks())
  let slowestMs = 0
  for (let round = 0; round < 4; round += 1) {
    await expect.poll(speaker, { timeout: 20_000 }).not.toBe(-1)
    const speaks = speaker()
    const node = nodes[speaks] ?? here
    await node.kill()
    const killed = performance.now()
    await expect.poll(() => boards[1 - speaks]?.speaks(), { timeout: 20_000, interval: 20 }).toBe(true)
    slowestMs = Math.max(slowestMs, performance.now() - killed)
    await node.restart()
    await pause(1_500)
  }
  expect(boards[0].spokeWith(boards)).toBe(false)
  expect(slowestMs).toBeLessThan(TAKEN_OVER_MS)
  found({
    fault: 'the node of the speaking board killed, 4 times',
    answered: 4,
    lost: 0,
    twice: 0,
    backAfterMs: Math.round(slowestMs),
    told: 'never two voices; the slowest taking over',
  })
})
