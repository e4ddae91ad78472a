import type { ServiceId, TicketId } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import type { WaitBasis } from '#shared/waits.ts'
import type { z } from 'zod'
import { openWindowsFor, type Day } from '../day.ts'
import { lengthOf } from '../waiting.ts'
import { calibrated, type Calibration, type Quantiles } from './calibration.ts'
import { foretell, quantile, shareBy, type Foretelling, type Model } from './forward.ts'
import { sceneOf, type Staged } from './scene.ts'
import { sharedWork } from './shared-work.ts'

/** What can be said of the whole hall at an instant. Milliseconds from that instant. */
export type Estimates = {
  readonly at: Instant
  readonly basis: z.infer<typeof WaitBasis>
  /** Who waits; null where no window is open. */
  readonly tickets: ReadonlyMap<TicketId, Quantiles | null>
  readonly services: ReadonlyMap<ServiceId, ServiceEstimate>
}

export type ServiceEstimate = {
  /** For whoever takes a ticket now; null: no window is open for it. */
  readonly ordinary: Quantiles | null
  readonly priority: Quantiles | null
  /** The chance to be called before the day's limit, without priority. */
  readonly beforeLimit: number | null
  /** How many stood before whoever would have taken one then. */
  readonly ahead: number
  /** By how much each further ticket ahead lengthens the wait. */
  readonly step: number
}

export type Estimation = {
  /** Lets so much more happen in the futures, or reads on in them. @returns the estimates when they are done. */
  readonly goOn: (happenings: number) => Estimates | null
}

type Known = {
  readonly model: Model
  readonly calibrationOf: (service: ServiceId) => Calibration
}

/** The hall run ahead from this instant, so many times; nothing has been run when this returns. */
export function estimation(day: Day, now: Instant, known: Known, runs: number): Estimation {
  const staged = sceneOf(day, now)
  let foretelling: Foretelling | null = null
  let telling: ReturnType<typeof told> | null = null
  return {
    goOn(more) {
      let left = more
      if (foretelling === null) {
        foretelling = foretell(staged.scene, known.model, { runs, seed: day.version })
        left -= staged.tickets.length // to make them ready was work too
      }
      if (left <= 0 || !foretelling.goOn(left)) return null
      telling ??= told(day, now, staged, foretelling, known)
      return telling()
    },
  }
}

/** Figures of so many tickets are read off the futures in one slice. */
const READ_AT_ONCE = 100

/** @returns what reads on for a slice; the estimates when all is read. */
function told(
  day: Day,
  now: Instant,
  staged: Staged,
  foretelling: Foretelling,
  known: Known,
): () => Estimates | null {
  const { services, tickets } = staged
  const { callsOf, newcomers } = foretelling.futures()
  const steps = stepsOf(staged, known.model)
  const limit = day.plan.limitAt === null ? null : day.plan.limitAt - now
  const both = (rising: Float64Array | undefined, service: ServiceId | undefined): Quantiles | null => {
    const [p50, p90] = rising === undefined ? [null, null] : [quantile(rising, 0.5), quantile(rising, 0.9)]
    if (p50 === null || p90 === null || service === undefined) return null
    return calibrated({ p50, p90 }, known.calibrationOf(service))
  }
  const waiting = [...day.waiting.ordinary, ...day.waiting.priority]
  const read = new Map<TicketId, Quantiles | null>()
  return () => {
    for (const id of tickets.slice(read.size, read.size + READ_AT_ONCE)) {
      const place = read.size
      read.set(id, both(callsOf(place), waiting[place]?.service))
    }
    return read.size < tickets.length
      ? null
      : { at: now, basis: 'futures', tickets: read, services: ofServices() }
  }

  function ofServices(): Estimates['services'] {
    return new Map(
      services.map((id, index) => {
        const ordinary = newcomers.ordinary[index]
        const quantiles = both(ordinary, id)
        return [
          id,
          {
            ordinary: quantiles,
            priority: both(newcomers.priority[index], id),
            beforeLimit:
              ordinary === undefined || quantiles === null || limit === null
                ? null
                : shareBy(ordinary, limit),
            ahead: aheadOfNewcomer(day, id),
            step: steps[index] ?? 0,
          },
        ]
      }),
    )
  }
}

/** @returns the simpler estimate of everything, for when the hall cannot be run ahead: by work ahead over shared windows. */
export function simpleEstimates(day: Day, now: Instant, model: Model): Estimates {
  const staged = sceneOf(day, now)
  const { scene, services, tickets } = staged
  const steps = stepsOf(staged, model)
  const waiting = [...day.waiting.ordinary, ...day.waiting.priority]
  const limit = day.plan.limitAt === null ? null : day.plan.limitAt - now
  return {
    at: now,
    basis: 'shared-work',
    tickets: new Map(
      tickets.map((id, index) => {
        const ticket = waiting[index]
        if (ticket === undefined) return [id, null]
        const before = scene.waiting.filter(({ since }) => since < ticket.since - now)
        return [id, sharedWork({ ...scene, waiting: before }, model, services.indexOf(ticket.service))]
      }),
    ),
    services: new Map(
      services.map((id, index) => {
        const ordinary = sharedWork(scene, model, index)
        return [
          id,
          {
            ordinary,
            priority: ordinary && { p50: ordinary.p50 / 3, p90: ordinary.p90 / 2 },
            beforeLimit:
              ordinary === null || limit === null
                ? null
                : ordinary.p90 <= limit
                  ? 1
                  : ordinary.p50 <= limit
                    ? 0.5
                    : 0,
            ahead: aheadOfNewcomer(day, id),
            step: steps[index] ?? 0,
          },
        ]
      }),
    ),
  }
}

/** @returns how many stand before whoever takes a ticket now: those that the windows open for the service may call. */
export function aheadOfNewcomer(day: Day, service: ServiceId): number {
  const windows = openWindowsFor(day, service)
  const services = new Set([service, ...windows.flatMap((window) => [...window.services])])
  return lengthOf(
    day.waiting,
    services,
    windows.map(({ number }) => number),
  )
}

/** One more person for a service, over the windows that are open for it. */
function stepsOf({ scene, services }: Staged, model: Model): readonly number[] {
  return services.map((_, service) => {
    const open = scene.hall.windows.filter(
      (lines, window) => lines.includes(service) && scene.windows[window]?.state !== 'closed',
    )
    return open.length === 0 ? 0 : (model.occupied[service]?.mean ?? 0) / open.length
  })
}

/** @returns what to say to whoever takes a ticket now: those who came after the estimate was made are added. */
export function quoteFrom(
  { services, basis }: Estimates,
  day: Day,
  service: ServiceId,
  priority: boolean,
): { readonly p50Ms: number; readonly p90Ms: number; readonly basis: Estimates['basis'] } | null {
  const known = services.get(service)
  const quantiles = priority ? known?.priority : known?.ordinary
  if (known === undefined || !quantiles) return null
  const since = priority ? 0 : Math.max(0, aheadOfNewcomer(day, service) - known.ahead) * known.step
  return { p50Ms: Math.round(quantiles.p50 + since), p90Ms: Math.round(quantiles.p90 + since), basis }
}
