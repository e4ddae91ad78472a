import { MINUTE, SECOND, after } from '#shared/instant.ts'
import type { KioskView, WindowView } from '#shared/views.ts'
import type { Clock } from '../office/clock.ts'
import { DEMO_KIOSK_TOKEN, DEMO_PASSWORD } from './seed.ts'

/**
 * Simulated people for a training hall: visitors who arrive and clerks who work, through the public API like everyone.
 * Windows 1 and 3 and the accounts clerk1 and clerk2 are left to whoever tries the hall out; every service has its window
 * without them.
 */

type People = {
  readonly base: string
  readonly office: string
  readonly clock: Clock
  readonly random: () => number
}

const CLERKS: readonly (readonly [user: string, window: number])[] = [
  ['clerk3', 2],
  ['clerk4', 4],
  ['clerk5', 5],
  ['clerk6', 6],
  ['clerk7', 7],
  ['clerk8', 8],
]

/** Minutes between arrivals, on average, and how many are in the hall when it begins. */
const ARRIVAL_MINUTES = 1.3
const ALREADY_WAITING = 14
const SHARE_PRIORITY = 0.12
const SHARE_ENGLISH = 0.04
const SHARE_NO_SHOW = 0.04

/** Lets people come and clerks work until stopped. A refusal by the rules is part of their day; they carry on. */
export function lively(parts: People): { readonly stop: () => void } {
  let hasStopped = false
  const { clock, random } = parts
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      clock.at(after(clock.now(), milliseconds), resolve)
    })

  async function visitors() {
    for (let index = 0; index < ALREADY_WAITING && !hasStopped; index += 1) await visitor(parts)
    while (!hasStopped) {
      await pause(-Math.log(1 - random()) * ARRIVAL_MINUTES * MINUTE)
      if (!hasStopped) await visitor(parts)
    }
  }

  async function clerk(user: string, window: number) {
    const cookie = await logIn(parts, user)
    if (cookie === null) return
    const say = (command: string, body: object) => send(parts, command, body, { cookie })
    await pause(random() * 20 * SECOND)
    while (!hasStopped) {
      const view = await look<WindowView>(parts, `window/${window}`, { cookie })
      if (view === null) await pause(5 * SECOND)
      else await turn(view, window, say)
    }
  }

  async function turn(
    view: WindowView,
    window: number,
    say: (command: string, body: object) => Promise<Sent>,
  ) {
    const isOver = view.day.phase !== 'open' && view.waiting === 0
    if (view.state === 'closed' && isOver) return pause(60 * SECOND)
    if (view.state === 'closed') {
      const opened = await say('open-window', { window })
      return pause((opened.ok ? 2 : 30) * SECOND)
    }
    if (view.state === 'paused') return void (await say('resume-window', { window }))
    if (view.current === null && isOver) return void (await say('close-window', { window }))
    if (view.current === null) {
      const called = await say('call-next', { window })
      return pause((called.ok ? 1 : 8) * SECOND)
    }
    if (view.current.state === 'called') {
      if (random() < SHARE_NO_SHOW || view.current.recalls > 0) {
        await pause(25 * SECOND)
        if (view.current.mayBeNoShow && random() < 0.5) return void (await say('mark-no-show', { window }))
        if (view.current.recallsLeft > 0) return void (await say('recall', { window }))
      }
      await pause((8 + random() * 20) * SECOND)
      return void (await say('start-service', { window }))
    }
    const mean = (view.serviceMinutes ?? 6) * MINUTE
    await pause(Math.min(4 * mean, mean * (0.35 + -Math.log(1 - random()) * 0.65)))
    await say('finish-service', { window, callNext: true })
  }

  void visitors()
  for (const [user, window] of CLERKS) void clerk(user, window)
  return {
    stop() {
      hasStopped = true
    },
  }
}

async function visitor(parts: People) {
  const { random } = parts
  const hall = await look<KioskView>(parts, 'kiosk', {})
  if (hall === null || hall.day.phase !== 'open') return
  const service = hall.services[Math.floor(random() * hall.services.length)]
  if (service === undefined) return
  await send(
    parts,
    'issue-ticket',
    {
      service: service.id,
      priority: random() < SHARE_PRIORITY,
      language: random() < SHARE_ENGLISH ? 'en' : 'bg',
    },
    { authorization: `Bearer ${DEMO_KIOSK_TOKEN}` },
  )
}

type Sent = { readonly ok: boolean }

async function send(
  { base, office }: People,
  command: string,
  body: object,
  headers: Record<string, string>,
): Promise<Sent> {
  try {
    const response = await fetch(`${base}/api/offices/${office}/commands/${command}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
      body: JSON.stringify(body),
    })
    await response.arrayBuffer()
    return { ok: response.ok }
  } catch {
    return { ok: false } // the server is going down, and we with it
  }
}

async function look<V>(
  { base, office }: People,
  view: string,
  headers: Record<string, string>,
): Promise<V | null> {
  try {
    const response = await fetch(`${base}/api/offices/${office}/views/${view}`, { headers })
    return response.ok ? ((await response.json()) as { view: V }).view : null // the API's view of that name
  } catch {
    return null
  }
}

async function logIn({ base }: People, user: string): Promise<string | null> {
  try {
    const response = await fetch(`${base}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, password: DEMO_PASSWORD }),
    })
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? null
  } catch {
    return null
  }
}
