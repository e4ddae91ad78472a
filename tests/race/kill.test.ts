import { createHash, randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandName } from '#shared/commands.ts'
import { found } from '../faults/report.ts'
import { startProcess, type HallProcess } from '../harness/process.ts'
import type { Person } from '../harness/people.ts'
import { wide } from '../harness/settings.ts'

/** `kill -9` at random moments under load: what was answered is there afterwards, and happened once. */

const KILLS = Number(process.env['KILLS'] ?? 20)
const CLERKS = 4
const KIOSKS = 3

type Asked = {
  readonly by: Person
  readonly name: CommandName
  readonly body: object
  readonly key: string
  /** What was answered; null: the server died before it said anything. */
  answer: { readonly version: number; readonly ticket?: { readonly label: string } | null } | null
}

let hall: HallProcess
beforeAll(async () => void (hall = await startProcess({ offices: [wide(CLERKS)] })), 120_000)
afterAll(() => hall.close())

test(
  `killed ${KILLS} times under load, the hall has every answered command, and each once`,
  async () => {
    const auditor = await hall.as('auditor')
    const clerks = await Promise.all(
      Array.from({ length: CLERKS }, (_, index) => hall.as(`clerk${index + 1}`)),
    )
    await Promise.all(clerks.map((clerk, index) => clerk.done('open-window', { window: index + 1 })))
    const services = wide(CLERKS).services.map(({ id }) => id)
    const labels = new Set<string>()
    let answered = 0
    let slowestStart = 0

    for (let round = 1; round <= KILLS; round += 1) {
      const asked: Asked[] = []
      const send = async (by: Person, name: CommandName, body: object) => {
        const entry: Asked = { by, name, body, key: keyOf(round, asked.length), answer: null }
        asked.push(entry)
        const { status, body: answer } = await by.command(name, body, entry.key)
        if (status === 200) entry.answer = answer
        return status === 200
      }
      const kiosk = async (which: number) => {
        for (let visitor = which; ; visitor += KIOSKS) {
          await send(hall.kiosk, 'issue-ticket', { service: services[visitor % services.length] })
        }
      }
      const clerk = async (by: Person, window: number) => {
        for (;;) {
          await send(by, 'call-next', { window })
          await send(by, 'start-service', { window })
          await send(by, 'finish-service', { window, callNext: true })
        }
      }
      // Each goes on until the line breaks.
      const load = Promise.allSettled([
        ...Array.from({ length: KIOSKS }, (_, index) => kiosk(index)),
        ...clerks.map((person, index) => clerk(person, index + 1)),
      ])
      while (asked.every(({ answer }) => answer === null)) await pause(5)
      await pause(randomInt(0, 300))
      await hall.kill()
      await load
      const began = performance.now()
      await hall.restart()
      slowestStart = Math.max(slowestStart, performance.now() - began)

      const { events, verified } = await logged(auditor)
      const done = asked.filter((entry) => entry.answer !== null)
      answered += done.length
      expect(verified).toEqual({ ok: true, broken: null })
      expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1))
      const issued = events.filter(({ type }) => type === 'ticket-issued').map(({ body }) => body.label)
      const kept = new Set(issued)
      expect(kept.size).toBe(issued.length)
      expect([...labels].filter((label) => !kept.has(label))).toEqual([])
      for (const { name, answer } of done) {
        const event = events[(answer?.version ?? 0) - 1]
        const what = {
          'issue-ticket': 'ticket-issued',
          'call-next': 'ticket-called',
          'start-service': 'service-started',
        }[name as string]
        if (what !== undefined) expect(event?.type).toBe(what)
        else expect(event?.type).toBe(answer?.ticket ? 'ticket-called' : 'service-finished')
        if (answer?.ticket) expect(event?.body.label).toBe(answer.ticket.label)
        if (name === 'issue-ticket' && answer?.ticket) labels.add(answer.ticket.label)
      }

      // A retry gets the first answer; what was never answered happens at most once, however often it is asked.
      for (const entry of [...done.slice(-8), ...asked.filter(({ answer }) => answer === null).slice(-8)]) {
        const first = await entry.by.command(entry.name, entry.body, entry.key)
        const second = await entry.by.command(entry.name, entry.body, entry.key)
        if (entry.answer !== null) expect(first).toMatchObject({ status: 200, body: entry.answer })
        if (first.status === 200) expect(second).toMatchObject({ status: 200, body: first.body })
      }
      const after = (await logged(auditor)).events.filter(({ type }) => type === 'ticket-issued').length
      const unanswered = asked.filter(({ name, answer }) => name === 'issue-ticket' && answer === null).length
      expect(after).toBeLessThanOrEqual(issued.length + unanswered)
    }

    expect(answered).toBeGreaterThanOrEqual(KILLS)
    found({
      fault: `kill -9, ${KILLS} times`,
      answered,
      lost: 0,
      twice: 0,
      backAfterMs: Math.round(slowestStart),
      told: 'the slowest start',
    })
  },
  KILLS * 15_000,
)

type Log = {
  readonly events: readonly {
    readonly version: number
    readonly type: string
    readonly body: { readonly label: string }
  }[]
  readonly verified: object
}
async function logged(auditor: Person): Promise<Log> {
  return (await auditor.get('/api/offices/pernik/events?day=2026-11-25')).body
}

function keyOf(round: number, index: number): string {
  return createHash('sha256').update(`${process.pid} ${round} ${index}`).digest('base64url')
}
