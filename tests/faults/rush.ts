import { setTimeout as pause } from 'node:timers/promises'
import type { CommandName } from '#shared/commands.ts'
import type { LogReader } from '#server/store/log-reader.ts'
import type { OfficeId } from '#shared/ids.ts'
import { switchOn, type Screen } from '../harness/screen.ts'

/**
 * A hall at its busiest while something happens to it: kiosks that give tickets, clerks who call, boards that show it. Each
 * asks as the apps do, with a key, and asks again under the same key for as long as it has no answer.
 */
export type Rush = {
  /** So many commands have been answered since. */
  readonly answered: () => number
  /** Resolves when each of those who ask has had an answer to something that it asked after this moment. */
  readonly allServed: () => Promise<void>
  /** Lets each have the answer to what it has asked, and ends. */
  readonly end: () => Promise<Account>
}

export type Account = {
  readonly answered: number
  /** Answered, and not in the log as it was answered. */
  readonly lost: number
  /** Given or called twice, or given and called more often than was asked for. */
  readonly twice: number
  /** The longest that anyone waited between two answers, milliseconds. */
  readonly longestWaitMs: number
  /** The longest that a board showed as live what was older than an answer, milliseconds. */
  readonly oldestShownMs: number
}

type Told = {
  readonly name: CommandName
  readonly version: number
  readonly label: string | null
  readonly at: number
}

type Parts = {
  /** Where whoever uses the hall finds it. */
  readonly base: string
  readonly clerks: readonly { readonly window: number; readonly headers: Readonly<Record<string, string>> }[]
  readonly services: readonly string[]
  readonly log: () => Promise<Pick<LogReader, 'events' | 'verify' | 'close'> | null>
  /** Who has no answer by then asks again. Milliseconds. */
  readonly patienceMs?: number
}

const KIOSKS = 3
const BOARDS = 4
const PATIENCE_MS = 2_000
/** Between two askings, milliseconds. */
const BETWEEN_MS = 15

export function beginRush({ base, clerks, services, log, patienceMs = PATIENCE_MS }: Parts): Rush {
  const told: Told[] = []
  const lastServed = new Map<string, number>()
  let longestWaitMs = 0
  let isOver = false
  const screens: Screen[] = Array.from({ length: BOARDS }, () => switchOn(base))

  async function ask(
    who: string,
    headers: Readonly<Record<string, string>>,
    name: CommandName,
    body: object,
  ) {
    const key = `${who}-${name}-${performance.now()}-${Math.random()}`
    for (;;) {
      try {
        const response = await fetch(`${base}/api/offices/pernik/commands/${name}`, {
          method: 'POST',
          headers: {
            ...headers,
            'content-type': 'application/json',
            'idempotency-key': key,
            connection: 'close', // the next one may find the other node
          },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(patienceMs),
        })
        const answer = (await response.json()) as { version: number; ticket?: { label: string } | null }
        if (response.status === 200 || response.status === 409) served(who)
        if (response.status === 409) return false
        if (response.status === 200) {
          told.push({
            name,
            version: answer.version,
            label: answer.ticket?.label ?? null,
            at: performance.now(),
          })
          return true
        }
      } catch {
        // no answer: the same is asked again
      }
      await pause(50)
    }
  }

  function served(who: string) {
    const now = performance.now()
    longestWaitMs = Math.max(longestWaitMs, now - (lastServed.get(who) ?? now))
    lastServed.set(who, now)
  }

  async function kiosk(which: number) {
    const headers = { authorization: 'Bearer demo-kiosk' }
    for (let visitor = which; !isOver; visitor += KIOSKS) {
      await ask(`kiosk-${which}`, headers, 'issue-ticket', { service: services[visitor % services.length] })
      await pause(BETWEEN_MS)
    }
  }

  async function clerk(window: number, headers: Readonly<Record<string, string>>) {
    const who = `clerk-${window}`
    while (!isOver) {
      const isCalled = await ask(who, headers, 'call-next', { window })
      if (isCalled) await ask(who, headers, 'start-service', { window })
      if (isCalled) await ask(who, headers, 'finish-service', { window })
      await pause(BETWEEN_MS)
    }
  }

  const all = Promise.all([
    ...Array.from({ length: KIOSKS }, (_, which) => kiosk(which)),
    ...clerks.map(({ window, headers }) => clerk(window, headers)),
  ])

  return {
    answered: () => told.length,
    async allServed() {
      const since = performance.now()
      while ([...lastServed.values()].some((at) => at <= since) || lastServed.size < KIOSKS + clerks.length)
        await pause(5)
    },
    async end() {
      isOver = true
      await all
      const oldestShownMs = Math.max(0, ...screens.map((screen) => oldestShown(screen, told)))
      for (const screen of screens) screen.switchOff()
      const reader = await log()
      if (reader === null) throw new Error('there is no log')
      try {
        return { ...(await accounts(reader, told)), longestWaitMs: Math.round(longestWaitMs), oldestShownMs }
      } finally {
        await reader.close()
      }
    },
  }
}

const EVENT_OF: Partial<Readonly<Record<CommandName, string>>> = {
  'issue-ticket': 'ticket-issued',
  'call-next': 'ticket-called',
  'start-service': 'service-started',
  'finish-service': 'service-finished',
}

/** Holds what was answered against what is written. */
async function accounts({ events, verify }: Pick<LogReader, 'events' | 'verify'>, told: readonly Told[]) {
  const office = 'pernik' as OfficeId // the form is OfficeId's
  const verdict = await verify(office, null)
  if (!verdict.ok) throw new Error(`the log is broken at event ${verdict.brokenAt}: ${verdict.why}`)
  const given: string[] = []
  const called: string[] = []
  const written = new Map<number, { readonly type: string; readonly label: string | null }>()
  let at = 0
  for await (const recorded of events(office)) {
    const { event } = recorded
    if (recorded.at < at) throw new Error(`instants run backwards at event ${recorded.version}`)
    at = recorded.at
    const label = 'label' in event && typeof event.label === 'string' ? event.label : null
    written.set(recorded.version, { type: event.type, label })
    if (event.type === 'ticket-issued' && label !== null) given.push(label)
    if (event.type === 'ticket-called' && label !== null) called.push(label)
  }
  const isThere = ({ name, version, label }: Told) => {
    const event = written.get(version)
    return event?.type === EVENT_OF[name] && (label === null || event?.label === label)
  }
  // Everybody has asked until there was an answer: of each kind as many have happened as were answered.
  const beyond = (labels: readonly string[], name: CommandName) =>
    Math.max(0, labels.length - told.filter((each) => each.name === name).length)
  const repeated = (labels: readonly string[]) => labels.length - new Set(labels).size
  return {
    answered: told.length,
    lost: told.filter((each) => !isThere(each)).length,
    twice: repeated(given) + repeated(called) + beyond(given, 'issue-ticket') + beyond(called, 'call-next'),
  }
}

/** For how long, at most, a screen that called itself live showed less than had been answered. */
function oldestShown(screen: Screen, told: readonly Told[]): number {
  const shown = screen.shown()
  const ends = performance.now()
  let oldest = 0
  for (const [index, { at, live }] of shown.entries()) {
    if (live.status !== 'live') continue
    const until = shown[index + 1]?.at ?? ends
    const newer = told.find(({ version, at: since }) => version > live.version && since < until)
    if (newer !== undefined) oldest = Math.max(oldest, until - Math.max(newer.at, at))
  }
  return Math.round(oldest)
}
