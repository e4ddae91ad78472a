import { createHash } from 'node:crypto'
import { clockFace } from '#shared/client/format.ts'
import type { AppointmentNumber, TicketCode, TicketId } from '#shared/ids.ts'
import { iso, MINUTE, SECOND, type Instant } from '#shared/instant.ts'
import { parseLabel } from '#shared/labels.ts'
import type {
  PaperView,
  PrinterId,
  PrinterStatus,
  PrintFailure,
  PrintingView,
  SlipOrder,
} from '#shared/printing.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused, type Result } from '#shared/result.ts'
import { findTicket, openWindowsFor, serviceOf, type Day, type Place } from '../domain/day.ts'
import { whyNotLive } from '../domain/decide/guards.ts'
import { positions } from '../domain/dispatch.ts'
import { dotsOf, type Printer, type Printing as PrintingSettings } from '../domain/printing.ts'
import { appointmentOf, slotOf, type Appointment } from '../domain/reception/book.ts'
import { officialOf } from '../domain/reception/calendar.ts'
import { postOf } from '../domain/views/reception/faces.ts'
import type { Clock } from '../office/clock.ts'
import type { Office } from '../office/office.ts'
import type { PrintJob, Store } from '../store/store.ts'
import { appointmentSlip, type AppointmentFacts } from './appointment-slip.ts'
import { PATIENCE, type Delivered, type Patience } from './delivery.ts'
import type { Document } from './document.ts'
import type { Draughtsman } from './draughtsman.ts'
import { bands, endOfSheet, INITIALISE } from './escpos.ts'
import { png } from './png.ts'
import { openPrinter, type BrokenOff, type PrinterLine } from './printer.ts'
import { testPage } from './test-page.ts'
import { textMode } from './text-mode.ts'
import { ticketSlip, type TicketFacts } from './ticket-slip.ts'

/**
 * The paper of one office. A ticket's job is written down with the ticket; everything after happens here, past the
 * office's commands: no answer waits for a printer, and no printer can take a number back.
 */
export type Printing = {
  /** Grows with every change of what the views show. */
  readonly version: () => number
  readonly paperView: () => Promise<PaperView>
  readonly printingView: () => Promise<PrintingView>
  readonly onChange: (listener: () => void) => () => void
  /** Prints a ticket of today again, marked as a copy. @returns the job's id. */
  readonly copy: (order: CopyOrder) => Promise<Result<string, Refusal>>
  /** Prints the confirmation of an appointment. @returns the job's id. */
  readonly slip: (order: Ordered & SlipOrder) => Promise<Result<string, Refusal>>
  readonly testPage: (order: Ordered & { readonly printer: PrinterId }) => Promise<Result<string, Refusal>>
  /** A kiosk takes the printing of its ticket upon itself: once, and nobody else then does. */
  readonly claim: (ticket: TicketId, device: string) => Promise<Result<null, Refusal>>
  /** The kiosk says how it went. */
  readonly claimEnded: (ticket: TicketId, device: string, printed: boolean) => Promise<Result<null, Refusal>>
  /** A live ticket's paper as a PNG, for the browser that prints it; null: there is no such ticket. */
  readonly picture: (code: TicketCode) => Promise<Buffer | null>
  /** From now on this program hands the printers what is queued: of several programs one does. */
  readonly begin: () => void
  /** Another does from now on. */
  readonly rest: () => Promise<void>
  readonly close: () => Promise<void>
}

/** How each printer is, and since when. */
type Statuses = Readonly<
  Record<PrinterId, { readonly status: PrinterStatus; readonly since: Instant } | undefined>
>

type Ordered = {
  readonly by: string
  /** The asker's idempotency key: the same one again gives the same job. */
  readonly key: string
}
type CopyOrder = Ordered & { readonly label: string; readonly printer: PrinterId | null }

type Parts = {
  readonly office: Office
  readonly settings: PrintingSettings | undefined
  readonly prints: Store['prints']
  readonly together: Store['together']
  readonly clock: Clock
  readonly draughtsman: Draughtsman
  readonly training: boolean
  /** The server as a phone reaches it, without a slash at the end. */
  readonly base: () => string
  /** The expected wait of a ticket, minutes; null: not known. */
  readonly waitOf?: (day: Day, place: Place) => TicketFacts['wait']
  readonly onFault: (error: unknown) => void
  readonly patience?: Patience
  readonly pollMs?: number
}

/** Paper that comes later than this finds nobody at the printer: it is not printed any more. */
const FRESH_MS = 60 * SECOND
/** A kiosk that has not printed its ticket by then will not. */
const BROWSER_MS = 20 * SECOND
const POLL_MS = 5 * SECOND
/** The closing rule stands on tickets of the last hour. */
const CLOSING_NEAR_MS = 60 * MINUTE
const MOST_SHOWN = 60
/** Whoever was left without paper longer ago than so many sheets has been seen to, or has gone. */
const MOST_LOOKED_AT = 500
const USUAL_DOTS = 576

export function openPrinting({
  office,
  settings,
  prints,
  together,
  clock,
  draughtsman,
  training,
  base,
  waitOf = () => null,
  onFault,
  patience = PATIENCE,
  pollMs = POLL_MS,
}: Parts): Printing {
  const printers = settings?.printers ?? []
  const since = new Map<PrinterId, Instant>(printers.map(({ id }) => [id, clock.now()]))
  const listeners = new Set<() => void>()
  const inHand = new Set<string>()
  /** How jobs went that could not be written down yet: each look tries again first. */
  const owed = new Map<string, () => Promise<unknown>>()
  const timers = new Set<NodeJS.Timeout>()
  let isLookDue = false
  /** Whether what was left in the middle has been seen to. */
  let hasGoneOn = false
  let version = 1
  let isClosed = false
  let failed: readonly string[] = []
  /** While this program prints. */
  let lines = new Map<PrinterId, PrinterLine>()
  let isPrinting = false
  /** Until it is over a printer may still be at what it was given when this program last printed. */
  let resting = Promise.resolve()
  /** How the printers are, as the program that prints says it. */
  let elsewhere: Statuses = {}
  const key = `printers/${office.id}`
  /** One look after the other. */
  let looking: Promise<void> | null = null
  let isToLookAgain = false
  const unsubscribes = [
    office.onChange(look),
    prints.onNews((of) => {
      if (of !== null && of !== office.id) return
      look()
      changed()
    }),
    together.onPosted((said) => {
      if (said === null || said === key) void hearOfPrinters().catch(onFault)
    }),
  ]
  void hearOfPrinters().catch(onFault)

  async function hearOfPrinters() {
    const said = (await together.posted(key)).get(key)
    if (said === undefined || isPrinting) return
    elsewhere = JSON.parse(said) as Statuses // said by a program like this
    changed()
  }

  function begin() {
    if (isPrinting || isClosed || printers.length === 0) return
    isPrinting = true
    looking = (looking ?? Promise.resolve())
      .then(() => resting)
      .then(openLines)
      .catch(lookAgain)
      .finally(lookedOnce)
    changed()
  }

  async function openLines() {
    if (!isPrinting) return
    lines = new Map(printers.map((printer) => [printer.id, lineOf(printer)]))
    hasGoneOn = false
    await lookOnce()
  }

  function lineOf(printer: Printer): PrinterLine {
    return openPrinter({
      printer,
      patience,
      pollMs,
      onFault,
      onStatus() {
        since.set(printer.id, clock.now())
        changed()
        void together.post(key, JSON.stringify(statuses())).catch(onFault)
      },
    })
  }

  function statuses(): Statuses {
    if (!isPrinting) return elsewhere
    return Object.fromEntries(
      printers.map(({ id }) => [
        id,
        { status: lines.get(id)?.status() ?? { kind: 'unknown' }, since: since.get(id) ?? clock.now() },
      ]),
    )
  }

  function rest(): Promise<void> {
    resting = letLinesGo()
    return resting
  }

  async function letLinesGo() {
    isPrinting = false
    for (const timer of timers) clearTimeout(timer)
    timers.clear()
    isLookDue = false
    const closing = [...lines.values()]
    lines = new Map()
    await looking
    await Promise.all(closing.map((line) => line.close()))
    await writeOwed()
    owed.clear()
    inHand.clear()
  }

  /**
   * What a server that ended in the middle left: whether the paper came out is not known, and it is not sent again. A kiosk that
   * prints by itself may still say how it went.
   */
  async function goOn() {
    for (const job of await prints.inState(office.id, 'sent')) {
      const printer = printers.find(({ id }) => id === job.printer)
      if (printer?.connection.kind === 'browser') waitForBrowser(job)
      else await fail(job, 'interrupted')
    }
    hasGoneOn = true
  }

  /** Hands the printers what has been queued. */
  function look() {
    if (!isPrinting) return
    if (looking !== null) {
      isToLookAgain = true
      return
    }
    looking = lookOnce().catch(lookAgain).finally(lookedOnce)
  }

  /** What failed is tried again soon, whether anything happens meanwhile or not: somebody stands at the printer. */
  function lookAgain(error: unknown) {
    onFault(error)
    lookSoon()
  }

  function lookSoon() {
    if (isLookDue || !isPrinting) return
    isLookDue = true
    later(pollMs, () => {
      isLookDue = false
      look()
    })
  }

  function later(ms: number, act: () => void) {
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, ms)
    timer.unref()
    timers.add(timer)
  }

  function lookedOnce() {
    looking = null
    if (!isToLookAgain || isClosed) return
    isToLookAgain = false
    look()
  }

  async function lookOnce() {
    await writeOwed()
    if (!hasGoneOn) await goOn()
    for (const job of await prints.inState(office.id, 'queued')) {
      if (!isPrinting) return
      if (inHand.has(job.id) || isAheadOfHall(job)) continue
      inHand.add(job.id)
      await hand(job)
      changed()
    }
    // Somebody without paper has been served, or has gone: nobody need look for them any more.
    if (failed.length > 0 && (await failedNow()).length !== failed.length) changed()
  }

  /** Written, and on its way to the disk: its ticket is not in the hall yet, and the change that brings it looks again. */
  function isAheadOfHall({ ticket, queuedAt }: PrintJob): boolean {
    const day = office.day()
    return ticket !== null && queuedAt >= day.at && findTicket(day, ({ id }) => id === ticket) === null
  }

  async function hand(job: PrintJob): Promise<void> {
    const printer = printers.find(({ id }) => id === job.printer)
    const line = lines.get(job.printer)
    if (printer === undefined || line === undefined) return fail(job, 'no-printer')
    if (!isFresh(job)) return fail(job, 'too-late')
    if (printer.connection.kind === 'browser') return waitForBrowser(job)
    line.print({
      pieces: async () => pieces(job, printer),
      begin: async () => isFresh(job) && step(job, { from: 'queued', to: 'sent' }),
      end: (delivered) => end(job, delivered),
    })
  }

  function waitForBrowser(job: PrintJob) {
    later(BROWSER_MS, () => void fail(job, 'no-answer'))
  }

  function end(job: PrintJob, delivered: Delivered | BrokenOff): Promise<void> {
    return settle(job, () => writeEnd(job, delivered))
  }

  function fail(job: PrintJob, failure: PrintFailure): Promise<void> {
    return settle(job, () => writeFailure(job, failure))
  }

  /** Lets a job go once it is written down how it went, and not before: it may be on paper already. */
  async function settle({ id }: Pick<PrintJob, 'id'>, write: () => Promise<unknown>): Promise<void> {
    try {
      await write()
      owed.delete(id)
      inHand.delete(id)
    } catch (error) {
      owed.set(id, write)
      lookAgain(error)
    }
  }

  async function writeOwed() {
    for (const [id, write] of owed) await settle({ id }, write)
  }

  async function writeEnd(job: PrintJob, delivered: Delivered | BrokenOff): Promise<void> {
    switch (delivered.kind) {
      case 'printed':
        return void (await step(job, { from: 'sent', to: 'printed' }))
      case 'failed':
        return writeFailure(job, delivered.failure)
      case 'broken-off':
        await step(job, { from: 'sent', to: 'failed', failure: 'interrupted' })
        return lookSoon() // where it is queued still, nothing of it was sent
      case 'not-ours':
        if (!isFresh(job)) await writeFailure(job, 'too-late')
    }
  }

  /** From wherever it stands: a job that has ended already stays as it is. */
  async function writeFailure(job: PrintJob, failure: PrintFailure): Promise<void> {
    if (!(await step(job, { from: 'sent', to: 'failed', failure })))
      await step(job, { from: 'queued', to: 'failed', failure })
  }

  async function step(job: PrintJob, to: Parameters<typeof prints.step>[2]): Promise<boolean> {
    const isTaken = await prints.step(office.id, job.id, to, clock.now())
    if (isTaken) changed()
    return isTaken
  }

  function isFresh({ queuedAt }: PrintJob): boolean {
    return (clock.now() - queuedAt) / clock.speed <= FRESH_MS
  }

  /** @returns null when its ticket is not in the hall any more. */
  async function pieces(job: PrintJob, printer: Printer): Promise<readonly Uint8Array[] | null> {
    const document = documentOf(job, printer)
    if (document === null) return null
    const { mode, cuts } = printer
    const width = dotsOf(printer)
    const body =
      mode.kind === 'raster'
        ? bands(await draughtsman.draw(document, width))
        : [textMode(document, width, mode)]
    return [INITIALISE, ...body, endOfSheet(cuts)]
  }

  function documentOf(job: PrintJob, printer: Printer): Document | null {
    const day = office.day()
    if (job.kind === 'test') {
      const { municipality, zone } = day.settings
      const { date } = day
      const facts = {
        printer,
        municipality: municipality.bg,
        date,
        at: clock.now(),
        zone,
        address: `${base()}/`,
      }
      return testPage(facts)
    }
    if (job.kind === 'appointment') {
      const appointment = appointmentOf(day.reception, job.label as AppointmentNumber) // it was written as one
      return appointment && appointmentSlip(appointmentFacts(day, appointment))
    }
    const place = findTicket(day, ({ id }) => id === job.ticket)
    return place && ticketSlip(factsOf(day, place, job.kind === 'copy' ? clock.now() : null))
  }

  function factsOf(day: Day, place: Place, copiedAt: Instant | null): TicketFacts {
    const { ticket } = place
    const { zone, municipality, name, contact } = day.settings
    const service = serviceOf(day, ticket.service)
    const now = clock.now()
    const open = openWindowsFor(day, ticket.service).map((window) => window.number)
    return {
      label: ticket.label,
      service: service?.name ?? { bg: ticket.service, en: ticket.service },
      priority: ticket.priority,
      language: ticket.language,
      issuedAt: ticket.issuedAt,
      date: day.date,
      zone,
      ahead: place.kind === 'waiting' ? positions(day, day.at)(ticket) : null,
      wait: place.kind === 'waiting' ? waitOf(day, place) : null,
      limitAt: day.plan.limitAt,
      windows: service?.onlyWindow ? [service.onlyWindow] : open,
      documents: service?.documents ?? [],
      closing: closingOf(day, now),
      address: `${base()}/t/${office.id}/${ticket.code}`,
      office: { municipality, name, contact },
      training,
      copiedAt,
    }
  }

  function appointmentFacts(day: Day, appointment: Appointment): AppointmentFacts {
    const { number, code, official, language } = appointment
    const { municipality, name, contact } = day.settings
    const { date, time } = slotOf(appointment) ?? appointment
    return {
      number,
      code,
      language,
      date,
      time,
      post: postOf(day, official),
      room: officialOf(day, official)?.room ?? '',
      address: `${base()}/t#${office.id}/appointment/${code}`,
      office: { municipality, name, contact },
      training,
    }
  }

  async function order(
    job: Omit<Parameters<typeof prints.add>[0], 'office' | 'day' | 'queuedAt'>,
  ): Promise<Result<string, Refusal>> {
    await prints.add({ ...job, office: office.id, day: office.day().date, queuedAt: clock.now() })
    look()
    return ok(job.id)
  }

  /** The printer that was chosen, or the one for staff, or the first that can be reached from here. */
  function chosen(id: PrinterId | null): Result<PrinterId, Refusal> {
    const reachable = printers.filter(({ connection }) => connection.kind !== 'browser')
    const wanted = id ?? settings?.staff ?? reachable[0]?.id
    if (wanted === undefined) return refused(refuse('no-printer', {}))
    if (!reachable.some((printer) => printer.id === wanted))
      return refused(refuse('unknown-printer', { printer: wanted }))
    return ok(wanted)
  }

  async function browserJob(ticket: TicketId, device: string): Promise<PrintJob | null> {
    const job = await prints.find(office.id, ticket)
    const printer = printers.find(({ id }) => id === job?.printer)
    return job?.askedBy === device && printer?.connection.kind === 'browser' ? job : null
  }

  async function failedNow(): Promise<readonly string[]> {
    const { date } = office.day()
    const newestFirst = await prints.ofDay(office.id, date, MOST_LOOKED_AT)
    return failedStill(office.day(), newestFirst)
  }

  function changed() {
    version += 1
    for (const listener of listeners) listener()
  }

  return {
    version: () => version,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async paperView() {
      const jobs = await prints.ofDay(office.id, office.day().date, MOST_SHOWN)
      return {
        jobs: jobs.flatMap(({ kind, ticket, state, failure, printer: id }) => {
          if (kind !== 'ticket' || ticket === null) return []
          const printer = printers.find((each) => each.id === id)
          const by = printer?.connection.kind === 'browser' ? 'browser' : 'printer'
          return [{ ticket, state, failure, by } as const]
        }),
      }
    },
    async printingView() {
      const jobs = await prints.ofDay(office.id, office.day().date, MOST_SHOWN)
      failed = await failedNow()
      const day = office.day()
      const known = statuses()
      return {
        printers: printers.map(({ id, name, connection, paper }) => ({
          id,
          name,
          connection: connection.kind,
          paper,
          status: known[id]?.status ?? { kind: 'unknown' },
          since: iso(known[id]?.since ?? since.get(id) ?? day.at),
          kiosks: Object.entries(settings?.kiosks ?? {}).flatMap(([kiosk, to]) => (to === id ? [kiosk] : [])),
          waiting: jobs.filter((job) => job.printer === id && job.state === 'queued').length,
        })),
        staff: settings?.staff ?? null,
        jobs: jobs.map(({ id, kind, label, printer, state, failure, queuedAt, endedAt }) => ({
          id,
          kind,
          label,
          printer,
          state,
          failure,
          queuedAt: iso(queuedAt),
          endedAt: endedAt === null ? null : iso(endedAt),
        })),
        failed,
      }
    },
    async copy({ label: typed, printer, by, key }) {
      const label = parseLabel(typed) ?? typed
      const place = findTicket(office.day(), (ticket) => ticket.label === label)
      if (place === null) return refused(whyNotLive(office.day(), label))
      const on = chosen(printer)
      if (!on.ok) return on
      const { id: ticket } = place.ticket
      const id = `${ticket}/copy/${short(by, key)}`
      return order({ id, kind: 'copy', ticket, label, printer: on.value, askedBy: by })
    },
    async slip({ number, code, by, key }) {
      const appointment = appointmentOf(office.day().reception, number)
      if (appointment === null || appointment.code !== code) return refused(refuse('unknown-code', {}))
      if (appointment.state.kind === 'ended')
        return refused(refuse('appointment-is', { number, state: appointment.state.kind }))
      const on = chosen(null)
      if (!on.ok) return on
      const id = `${number}/slip/${short(by, key)}`
      return order({ id, kind: 'appointment', ticket: null, label: number, printer: on.value, askedBy: by })
    },
    async testPage({ printer, by, key }) {
      const on = chosen(printer)
      if (!on.ok) return on
      const id = `${office.day().date}/test/${short(by, key)}`
      return order({ id, kind: 'test', ticket: null, label: null, printer: on.value, askedBy: by })
    },
    async claim(ticket, device) {
      const job = await browserJob(ticket, device)
      if (job === null || !(await step(job, { from: 'queued', to: 'sent' })))
        return refused(refuse('nothing-to-print', {}))
      return ok(null)
    },
    async claimEnded(ticket, device, printed) {
      const job = await browserJob(ticket, device)
      if (job === null) return refused(refuse('nothing-to-print', {}))
      await writeEnd(job, printed ? { kind: 'printed' } : { kind: 'failed', failure: 'printer-error' })
      inHand.delete(job.id)
      return ok(null)
    },
    async picture(code) {
      const day = office.day()
      const place = findTicket(day, (ticket) => ticket.code === code)
      if (place === null) return null
      const printer = printers.find(({ connection }) => connection.kind === 'browser')
      const width = printer ? dotsOf(printer) : USUAL_DOTS
      return png(await draughtsman.draw(ticketSlip(factsOf(day, place, null)), width))
    },
    begin,
    rest,
    async close() {
      isClosed = true
      for (const unsubscribe of unsubscribes) unsubscribe()
      await rest()
    },
  }
}

/** The hours, when their end is near: from then on the limit is what a visitor must know. */
function closingOf({ plan, settings: { zone } }: Day, now: Instant): TicketFacts['closing'] {
  const { closesAt, limitAt } = plan
  if (closesAt === null || limitAt === null || closesAt - now > CLOSING_NEAR_MS) return null
  return { closes: clockFace(closesAt, zone), limit: clockFace(limitAt, zone) }
}

/** Tickets whose newest paper failed and that are still in the hall: somebody may stand there without one. */
function failedStill(day: Day, newestFirst: readonly PrintJob[]): readonly string[] {
  const newest = new Map<string, PrintJob>()
  for (const job of newestFirst) {
    if (job.label !== null && !newest.has(job.label)) newest.set(job.label, job)
  }
  return [...newest.values()].flatMap(({ label, state }) => {
    if (label === null || state !== 'failed') return []
    return findTicket(day, (ticket) => ticket.label === label) === null ? [] : [label]
  })
}

function short(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
}
