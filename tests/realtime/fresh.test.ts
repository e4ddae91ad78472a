import fc from '../support/random.ts'
import { expect, test } from 'vitest'
import { after } from '#shared/instant.ts'
import type { ViewName } from '#shared/views.ts'
import { startHall, type Hall } from '../harness/hall.ts'
import type { Person, Watcher } from '../harness/people.ts'
import { wide } from '../harness/settings.ts'
import { anyDay, commandOf, passing, remember, seenNothing, WINDOWS, type Step } from '../harness/steps.ts'

const VIEWS: readonly ViewName[] = ['kiosk', 'hall', 'queue', 'supervisor', 'window/1', 'window/4']
const PHONES = 6

test(
  'whatever people do, what is pushed is what GET answers for the same version',
  () =>
    fc.assert(
      fc.asyncProperty(anyDay(40), async (steps) => {
        const hall = await startHall({ offices: [wide(WINDOWS)] })
        try {
          await live(hall, steps)
        } finally {
          await hall.close()
        }
      }),
      { numRuns: 6, interruptAfterTimeLimit: 20_000 },
    ),
  60_000,
)

/** Lets the day happen, and compares every few steps what the watchers have with what they would be answered. */
async function live(hall: Hall, steps: readonly Step[]) {
  const supervisor = await hall.as('supervisor')
  const clerks = await Promise.all(
    Array.from({ length: WINDOWS }, (_, index) => hall.as(`clerk${index + 1}`)),
  )
  await Promise.all(clerks.map((clerk, index) => clerk.done('open-window', { window: index + 1 })))
  const watchers = new Map<ViewName, Watcher>()
  for (const name of VIEWS) watchers.set(name, await hall.watch(name, { as: supervisor }))
  const seen = seenNothing(wide(WINDOWS).services)

  for (const [index, step] of steps.entries()) {
    const asked = commandOf(step, seen)
    if (asked === null) {
      hall.clock.moveTo(after(hall.clock.now(), passing(step)))
      await hall.settled()
    } else {
      const answer = await (asked.by === 'kiosk' ? hall.kiosk : clerks[asked.by - 1])?.command(
        asked.name,
        asked.body,
      )
      expect([200, 404, 409]).toContain(answer?.status) // 404: no ticket has this code
      if (answer?.status === 200) remember(seen, asked, answer.body)
      const code = seen.tickets.at(-1)?.code
      const phone = `ticket/${code}` as const
      if (code !== undefined && watchers.size < PHONES + VIEWS.length && !watchers.has(phone)) {
        watchers.set(phone, await hall.watch(phone))
      }
    }
    if (index % 10 === 9 || index === steps.length - 1) await compare(hall, supervisor, watchers)
  }
}

async function compare(hall: Hall, supervisor: Person, watchers: ReadonlyMap<ViewName, Watcher>) {
  const { version } = await hall.nobody.view('hall')
  for (const [name, watcher] of watchers) {
    if (!name.startsWith('ticket/')) {
      const pushed = await watcher.until((each) => each.version === version)
      expect({ version, view: pushed.view }).toEqual(await supervisor.view(name))
      continue
    }
    const { body } = await hall.nobody.get(`/api/offices/pernik/tickets/${name.slice('ticket/'.length)}`)
    await watcher.until((each) => each === watcher.pushes.at(-1) && facts(each.view) === facts(body))
  }
}

/** A phone is told only what is new for it: the instant of the last event elsewhere is not. */
function facts(view: object): string {
  return JSON.stringify({ ...view, at: null })
}
