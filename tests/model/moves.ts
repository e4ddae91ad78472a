import fc from '../support/random.ts'
import type { Command, CalendarException } from '#shared/commands.ts'
import { LocalDate, LocalTime, ServiceId, StaffId, TicketCode } from '#shared/ids.ts'
import { HOUR, instant, iso, MINUTE, SECOND } from '#shared/instant.ts'
import type { Block } from '#server/domain/blocks.ts'
import { nextDate } from '#server/domain/calendar.ts'
import { clerkOf, type Day, type Window } from '#server/domain/day.ts'
import type { Actor } from '#server/domain/events.ts'
import { everyoneWaiting } from './reference-dispatch.ts'

/**
 * What people in a hall might do next, at random: sensible things mostly, so that the day gets somewhere, and nonsense.
 * A move is small and knows nothing of the day; against the day of its moment it becomes a command.
 */
export type Move = {
  /** How long after the one before; asleep: the server was off meanwhile. */
  readonly wait: number
  readonly isAsleep: boolean
  readonly kind: Kind
  readonly window: number
  readonly pick: number
  readonly isOn: boolean
  readonly who: 'own' | 'other' | 'supervisor'
}

const KINDS = {
  work: 40,
  'issue-ticket': 22,
  'call-next': 6,
  'call-ticket': 4,
  recall: 3,
  'mark-no-show': 6,
  'start-service': 3,
  'finish-service': 6,
  hold: 4,
  'resume-held': 4,
  transfer: 8,
  'add-service': 2,
  'take-back': 5,
  undo: 7,
  leave: 4,
  'hold-numbers': 3,
  'hand-in-ticket': 6,
  'declare-roll': 2,
  'enter-roll': 4,
  'note-paper-service': 4,
  'open-window': 6,
  'close-window': 4,
  'pause-window': 3,
  'resume-window': 3,
  'assign-services': 2,
  'ask-assistance': 1,
  'answer-assistance': 1,
  'add-exception': 1,
  'remove-exception': 1,
  'post-notice': 1,
  'withdraw-notice': 1,
} as const
type Kind = keyof typeof KINDS

const wait = fc.oneof(
  { weight: 40, arbitrary: fc.constant(0) },
  { weight: 20, arbitrary: fc.integer({ min: 1, max: 2 * SECOND }) },
  { weight: 25, arbitrary: fc.integer({ min: 2 * SECOND, max: 25 * SECOND }) },
  {
    weight: 12,
    arbitrary: fc.constantFrom(15 * SECOND, 30 * SECOND, 30 * SECOND + 1, 5 * MINUTE, 20 * MINUTE + 1),
  },
  { weight: 12, arbitrary: fc.integer({ min: MINUTE, max: 12 * MINUTE }) },
  { weight: 1, arbitrary: fc.integer({ min: HOUR, max: 16 * HOUR }) },
)

export const move: fc.Arbitrary<Move> = fc.record({
  wait,
  isAsleep: fc.integer({ min: 0, max: 29 }).map((throwOfDice) => throwOfDice === 29),
  kind: fc.oneof(
    ...(Object.keys(KINDS) as Kind[]).map((kind) => ({ weight: KINDS[kind], arbitrary: fc.constant(kind) })),
  ), // its own keys
  window: fc.nat(99),
  pick: fc.nat(999),
  isOn: fc.boolean(),
  who: fc.oneof(
    { weight: 12, arbitrary: fc.constant('own' as const) },
    { weight: 1, arbitrary: fc.constant('other' as const) },
    { weight: 2, arbitrary: fc.constant('supervisor' as const) },
  ),
})

export type Asked = { readonly command: Command; readonly by: Actor; readonly isSupervisor: boolean }

/** @returns the move as a command, asked by somebody, on this day. */
export function askedOn(day: Day, { kind, window: which, pick, isOn, who }: Move): Asked {
  const window = windowFor(day, kind, which, pick)
  const number = which === 99 ? 98 : window.number
  const services = day.settings.services.map(({ id }) => id)
  const service = services[pick % services.length] ?? ServiceId.parse('none')
  const label = labelOn(day, pick)
  const asks = (command: Command) => by(command, window, who)

  switch (kind) {
    case 'work':
      return asks(naturalNext(day, window, isOn))
    case 'issue-ticket': {
      const command: Command = {
        type: kind,
        service,
        priority: pick % 5 < 2,
        ...(isOn ? {} : { language: 'en' }),
        ...(day.phase === 'finishing' ? { presentAtClosing: true } : {}),
      }
      return who === 'own' && day.phase !== 'finishing' ? byKiosk(command) : asks(command)
    }
    case 'leave': {
      const everyone = [
        ...everyoneWaiting(day),
        ...day.windows.flatMap(({ current }) => (current ? [current.ticket] : [])),
      ]
      const code = everyone[pick % Math.max(1, everyone.length)]?.code ?? TicketCode.parse('nobodys-code-000')
      return { command: { type: kind, code }, by: { kind: 'citizen' }, isSupervisor: false }
    }
    case 'hold-numbers':
      return byKiosk({
        type: kind,
        date: day.date,
        letters: day.settings.groups.map(({ letter }) => ({ letter, unspent: pick % 40 })),
      })
    case 'hand-in-ticket': {
      const { letter, number } = numberIn(day, 'kiosk', pick, which)
      return byKiosk({
        type: kind,
        date: day.date,
        letter,
        number,
        service,
        issuedAt: iso(instant(day.at - (pick % 40) * MINUTE)),
        priority: isOn,
      })
    }
    case 'declare-roll': {
      const { letter } = day.settings.groups[pick % day.settings.groups.length] ?? { letter: 'Г' }
      const from = isOn ? 500 + (pick % 9) * 5 : 1 + (pick % 30)
      return asks({ type: kind, letter, from, to: from + (which % 6) })
    }
    case 'enter-roll': {
      const { letter, number } = numberIn(day, 'roll', pick, which)
      const group = day.settings.groups.find((each) => each.letter === letter)
      const mine = day.settings.services.find((each) => each.group === group?.id)
      return asks({
        type: kind,
        letter,
        from: number,
        to: number + (isOn ? 2 : 0),
        service: mine?.id ?? service,
      })
    }
    case 'note-paper-service': {
      const minutes = (ago: number) => iso(instant(day.at - ago * MINUTE))
      return asks({
        type: kind,
        date: day.date,
        window: number,
        label: isOn ? label : (day.unserved[pick % Math.max(1, day.unserved.length)]?.label ?? label),
        startedAt: minutes(5 + (pick % 10)),
        finishedAt: minutes(pick % 7),
      })
    }
    case 'call-ticket':
      return asks({ type: kind, window: number, label, reason: isOn ? 'short-question' : 'supervisor-order' })
    case 'resume-held':
      return asks({
        type: kind,
        window: number,
        label: window.held[pick % Math.max(1, window.held.length)]?.ticket.label ?? label,
      })
    case 'take-back':
      return asks({
        type: kind,
        label: day.missed[pick % Math.max(1, day.missed.length)]?.ticket.label ?? label,
      })
    case 'finish-service':
    case 'mark-no-show':
      return asks({ type: kind, window: number, callNext: isOn })
    case 'pause-window':
      return asks({ type: kind, window: number, reason: 'break' })
    case 'add-service':
      return asks({ type: kind, window: number, service })
    case 'transfer': {
      const target = day.windows[pick % day.windows.length]?.number ?? 1
      const where = [{ service }, { toWindow: target }, { service, toWindow: target }][pick % 3]
      return asks({ type: kind, window: number, ...where, comeBack: isOn })
    }
    case 'assign-services':
      return asks({
        type: kind,
        window: number,
        services: services.filter(
          (_, index) => ((pick >> index) & 1) === 1 || index === which % services.length,
        ),
      })
    case 'open-window': {
      const clerk = StaffId.parse(`clerk${(pick % 9) + 1}`)
      return asks({ type: kind, window: number, ...(who === 'supervisor' ? { clerk } : {}) })
    }
    case 'add-exception': {
      const from = nextDate(day.date, pick % 4)
      const change = changes[pick % changes.length] ?? { kind: 'closed' }
      return asks({
        type: kind,
        from,
        change,
        untilRevoked: pick % 7 === 0,
        order: '№ 1',
        reason: { bg: 'по заповед', en: 'by order' },
      })
    }
    case 'remove-exception':
      return asks({
        type: kind,
        id: day.exceptions[pick % Math.max(1, day.exceptions.length)]?.id ?? 'none',
        order: '№ 2',
      })
    case 'post-notice':
      return asks({
        type: kind,
        text: { bg: 'Съобщение', en: 'Notice' },
        until: { date: nextDate(day.date, pick % 3), time: LocalTime.parse('12:00') },
      })
    case 'withdraw-notice':
      return asks({ type: kind, id: day.notices[pick % Math.max(1, day.notices.length)]?.id ?? 'none' })
    case 'ask-assistance':
    case 'answer-assistance':
      return asks({ type: kind } as Command) // an empty body: zod types it as having no field at all
    case 'call-next':
    case 'recall':
    case 'start-service':
    case 'hold':
    case 'undo':
    case 'close-window':
    case 'resume-window':
      return asks({ type: kind, window: number })
  }
}

/** A number of some block of the kind, mostly one that is not given yet. */
function numberIn(day: Day, kind: Block['kind'], pick: number, which: number) {
  const blocks = day.blocks.filter((block) => block.kind === kind)
  const block = blocks[pick % Math.max(1, blocks.length)]
  const [group] = day.settings.groups
  if (block === undefined) return { letter: group?.letter ?? 'Г', number: 801 + which } as const
  const letter = day.settings.groups.find((each) => each.letter === block.letter)?.letter ?? 'Г'
  return { letter, number: block.from + (pick % 5 === 0 ? which % 5 : block.given.length) }
}

function byKiosk(command: Command): Asked {
  return { command, by: { kind: 'device', id: 'kiosk-1' }, isSupervisor: false }
}

/** Mostly one at which it makes sense. */
function windowFor(day: Day, kind: Kind, which: number, pick: number): Window {
  const sensible = pick % 7 === 0 ? [] : day.windows.filter((window) => makesSense(kind, window))
  const choice = sensible.length > 0 ? sensible : day.windows
  const window = choice[which % choice.length]
  if (window === undefined) throw new Error('an office without windows')
  return window
}

function makesSense(kind: Kind, { status, current, held, last }: Window): boolean {
  switch (kind) {
    case 'call-next':
    case 'call-ticket':
    case 'pause-window':
    case 'close-window':
      return status.kind === 'open' && current === null
    case 'recall':
    case 'mark-no-show':
    case 'start-service':
      return current?.state === 'called'
    case 'finish-service':
    case 'add-service':
    case 'transfer':
    case 'hold':
      return current?.state === 'serving'
    case 'resume-held':
      return held.length > 0 && current === null
    case 'undo':
      return last !== null
    case 'resume-window':
      return status.kind === 'paused'
    case 'open-window':
      return status.kind === 'closed'
    default:
      return status.kind !== 'closed'
  }
}

const changes: readonly CalendarException[] = [
  { kind: 'closed' },
  { kind: 'working-day' },
  { kind: 'hours', opens: LocalTime.parse('08:30'), closes: LocalTime.parse('14:00') },
  { kind: 'hours', opens: LocalTime.parse('07:00'), closes: LocalTime.parse('18:00') },
  { kind: 'no-reception' },
  { kind: 'reception-moved', to: LocalDate.parse('2026-11-27') },
]

/** What a good clerk would press now. */
function naturalNext(day: Day, { number: window, status, current }: Window, isOn: boolean): Command {
  if (status.kind === 'closed') return { type: 'open-window', window }
  if (status.kind === 'paused') return { type: 'resume-window', window }
  if (current === null) return { type: day.phase === 'closed' ? 'close-window' : 'call-next', window }
  if (current.state === 'serving') return { type: 'finish-service', window, callNext: isOn }
  if (isOn) return { type: 'start-service', window }
  return current.recalls < day.settings.recalls.beforeNoShow
    ? { type: 'recall', window }
    : { type: 'mark-no-show', window, callNext: true }
}

function by(command: Command, window: Window, who: Move['who']): Asked {
  if (
    who === 'supervisor' ||
    command.type === 'add-exception' ||
    command.type === 'remove-exception' ||
    command.type === 'post-notice' ||
    command.type === 'withdraw-notice' ||
    command.type === 'assign-services' ||
    command.type === 'declare-roll' ||
    command.type === 'enter-roll'
  ) {
    return { command, by: { kind: 'staff', id: StaffId.parse('supervisor') }, isSupervisor: true }
  }
  const own = clerkOf(window) ?? StaffId.parse(`clerk${window.number}`)
  return {
    command,
    by: { kind: 'staff', id: who === 'own' ? own : StaffId.parse('clerk9') },
    isSupervisor: false,
  }
}

function labelOn(day: Day, pick: number): string {
  const live = [
    ...everyoneWaiting(day),
    ...day.windows.flatMap(({ current, held }) => [
      ...(current ? [current.ticket] : []),
      ...held.map(({ ticket }) => ticket),
    ]),
    ...day.missed.map(({ ticket }) => ticket),
  ].map(({ label }) => label)
  return [...live, 'Г 999'][pick % (live.length + 1)] ?? 'Г 999'
}

/** Mornings, rush hours, closings, limits, a weekend, both clock changes; with how many windows open, and who waits. */
export const beginning = fc.record({
  at: fc.oneof(
    { weight: 18, arbitrary: fc.constantFrom('2026-11-25 08:27', '2026-11-25 10:00', '2026-11-25 16:40') },
    {
      weight: 8,
      arbitrary: fc.constantFrom(
        '2026-11-25 18:30',
        '2026-11-27 16:45',
        '2026-03-27 16:30',
        '2026-10-23 16:30',
      ),
    },
    { weight: 1, arbitrary: fc.constant('2026-11-28 10:00') },
  ),
  staffed: fc.integer({ min: 1, max: 4 }),
  crowd: fc.nat(12),
})

/** The first moves of a hall that is already at work. */
export function alreadyThere({
  staffed,
  crowd,
}: {
  readonly staffed: number
  readonly crowd: number
}): readonly Move[] {
  const still = { wait: 0, isAsleep: false, isOn: true, who: 'own' } as const
  const openings = Array.from({ length: staffed }, (_, index): Move => ({
    ...still,
    kind: 'open-window',
    window: index,
    pick: 1,
  }))
  const people = Array.from({ length: crowd }, (_, index): Move => ({
    ...still,
    kind: 'issue-ticket',
    window: 0,
    pick: index * 7,
    wait: 9 * SECOND,
  }))
  return [...openings, ...people]
}
