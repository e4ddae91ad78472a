import type { StaffId } from '#shared/ids.ts'
import { iso, MINUTE } from '#shared/instant.ts'
import type { SupervisorView } from '#shared/views.ts'
import type { Block } from '../blocks.ts'
import { allWaiting, clerkOf, waitingCount, wasCalled, windowOfClerk, type Day } from '../day.ts'
import { face, maybe, queueByService, windowState, type Around } from './face.ts'
import { wholeOrder } from './queue.ts'

export type Clerks = readonly { readonly id: StaffId; readonly name: string }[]

/** The whole hall at a glance, for the one who answers for it. */
export function supervisorView(day: Day, around: Around, clerks: Clerks): SupervisorView {
  const { issued, finished, noShow, left, unserved, apologies, called, calledWithinStandard } = day.counts
  return {
    ...face(day, around),
    standardMinutes: day.settings.dispatch.standardMinutes,
    windows: day.windows.map((window) => {
      const clerk = clerkOf(window)
      const { current, status } = window
      return {
        window: window.number,
        name: window.name,
        state: windowState(window),
        clerk: clerk === null ? null : { id: clerk, name: around.nameOf(clerk) ?? clerk },
        since: status.kind === 'closed' ? null : iso(status.since),
        pauseReason: status.kind === 'paused' ? status.reason : null,
        services: [...window.services],
        label: current?.ticket.label ?? null,
        currentSince:
          current === null ? null : iso(current.state === 'called' ? current.calledAt : current.startedAt),
        held: window.held.map(({ ticket }) => ticket.label),
        servedToday: window.served,
      }
    }),
    groups: day.settings.groups,
    services: queueByService(day),
    order: wholeOrder(day),
    clerks: clerks.map(({ id, name }) => ({ id, name, window: windowOfClerk(day, id)?.number ?? null })),
    today: {
      issued,
      waiting: waitingCount(day),
      finished,
      noShow,
      left,
      unserved,
      apologies,
      called,
      calledWithinStandard,
      standardSettled: standardSettled(day),
    },
    outOfOrder: day.outOfOrder.map(({ label, window, clerk, at, because, ahead }) => ({
      label,
      window,
      clerk,
      at: iso(at),
      because,
      ahead,
    })),
    rolls: day.blocks.flatMap((block) => (block.kind === 'roll' ? [rollFace(block)] : [])),
    exceptions: day.exceptions.map(({ id, from, to, change, order, reason }) => ({
      id,
      from,
      to,
      change,
      order,
      reason,
    })),
    assistanceAsked: maybe(day.assistanceAskedAt),
  }
}

/** Of how many it is known by now whether they were called within the standard: over those called alone the share flatters. */
function standardSettled(day: Day): number {
  const standardMs = day.settings.dispatch.standardMinutes * MINUTE
  const tooLate = allWaiting(day).filter(
    (ticket) => !wasCalled(ticket) && day.at - ticket.issuedAt > standardMs,
  )
  return day.counts.called + day.counts.neverCalled + tooLate.length
}

function rollFace({ letter, from, to, given }: Block): SupervisorView['rolls'][number] {
  const next = Math.max(from, ...given.map((number) => number + 1))
  return { letter, from, to, entered: given.length, next: next > to ? null : next }
}
