import type { ServiceId, TicketId } from '#shared/ids.ts'
import { SECOND, type Instant } from '#shared/instant.ts'
import type { Day, Ticket, Window } from '../day.ts'
import { orderingRules } from '../dispatch.ts'
import type { Scene, SceneWindow } from './forward.ts'

/** The day as a scene to run ahead, and whose numbers are whose in it. */
export type Staged = {
  readonly scene: Scene
  readonly services: readonly ServiceId[]
  /** By the scene's order of those who wait. */
  readonly tickets: readonly TicketId[]
}

/** @returns the office's day at the instant, in figures. */
export function sceneOf(day: Day, now: Instant): Staged {
  const services = day.settings.services.map(({ id }) => id)
  const lineOfService = new Map(services.map((id, index) => [id, index]))
  const lineOfWindow = new Map(day.windows.map(({ number }, index) => [number, services.length + index]))
  const windowLines = day.windows.map((window, index) => [
    ...[...window.services].flatMap((service) => lineOfService.get(service) ?? []),
    services.length + index,
  ])
  // In order of seniority, as the lanes are; those sent to one window stand in a line of their own.
  const waiting = [...day.waiting.ordinary, ...day.waiting.priority]
  return {
    services,
    tickets: waiting.map(({ id }) => id),
    scene: {
      hall: {
        windows: windowLines,
        lines: services.length + day.windows.length,
        rules: orderingRules(day),
      },
      services: services.length,
      minimumDelay: day.settings.dispatch.minimumDelaySeconds * SECOND,
      windows: day.windows.map((window) => stateOf(window, lineOfService, now)),
      waiting: waiting.map((ticket) => ({
        since: ticket.since - now,
        issuedAt: ticket.issuedAt - now,
        order: ticket.order,
        overtaken: ticket.overtaken,
        line: lineOf(ticket),
        service: lineOfService.get(ticket.service) ?? 0,
        priority: ticket.lane === 'priority',
      })),
    },
  }

  function lineOf(ticket: Ticket): number {
    if (ticket.boundTo !== null) {
      const line = lineOfWindow.get(ticket.boundTo)
      if (line !== undefined) return line
    }
    const line = lineOfService.get(ticket.service)
    if (line === undefined)
      throw new Error(`${ticket.label} waits for ${ticket.service}, which the office has not`)
    return line
  }
}

function stateOf(window: Window, lines: ReadonlyMap<ServiceId, number>, now: Instant): SceneWindow {
  const { status, current } = window
  if (current !== null && status.kind !== 'closed') {
    const service = lines.get(current.ticket.service) ?? 0
    if (current.state === 'called') return { state: 'calling', service, elapsed: now - current.calledAt }
    return { state: 'serving', service, elapsed: now - current.startedAt }
  }
  if (status.kind === 'paused') return { state: 'paused', elapsed: now - status.since }
  return status.kind === 'open' ? { state: 'free' } : { state: 'closed' }
}
