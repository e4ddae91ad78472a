import type { IssuedAnswer } from '#shared/answers.ts'
import type { CommandBody } from '#shared/commands.ts'
import type { ServiceId } from '#shared/ids.ts'
import type { Rejection } from '#shared/rejections.ts'
import type { AwayTicket } from './away/away-ticket.ts'
import type { KioskService } from '#shared/views.ts'

export type IssuedTicket = IssuedAnswer['ticket']
export type IssueBody = CommandBody<'issue-ticket'>

/** Where a person is on the way to a ticket: at most three touches. */
export type Place =
  | { readonly at: 'start' }
  | { readonly at: 'group'; readonly group: string }
  | {
      readonly at: 'service'
      readonly service: ServiceId
      /** The group that „Назад“ leads to; null where the start led straight here. */
      readonly group: string | null
      readonly priority: boolean
      /** One key for one intention: a double touch or a lost answer gives one ticket. */
      readonly key: string
      readonly asking: Asking
    }
  | {
      readonly at: 'ticket'
      readonly ticket: IssuedTicket
      readonly service: KioskService
      readonly priority: boolean
    }
  | {
      /** Given by the kiosk alone: the server was away. */
      readonly at: 'away-ticket'
      readonly ticket: AwayTicket
      readonly service: KioskService
      readonly priority: boolean
      readonly isPrinted: boolean
    }
  | {
      /** Somebody with an appointment reports that they have come. */
      readonly at: 'arrival'
      /** The code of a slip held before the scanner; null: the number is typed. */
      readonly scanned: string | null
    }

/** The request for a ticket. Once sent, what was asked is fixed until its answer is known. */
export type Asking =
  | { readonly step: 'not-yet' }
  | { readonly step: 'sent'; readonly body: IssueBody }
  | { readonly step: 'unanswered'; readonly body: IssueBody; readonly rejection: Rejection | null }
  | { readonly step: 'refused'; readonly rejection: Rejection }
  /** There is no line, and no number in store. */
  | { readonly step: 'none-left' }

export type Move =
  | { readonly do: 'home' }
  | { readonly do: 'back' }
  | { readonly do: 'open-group'; readonly group: string }
  | { readonly do: 'open-arrival'; readonly scanned: string | null }
  | {
      readonly do: 'open-service'
      readonly service: ServiceId
      readonly group: string | null
      readonly key: string
    }
  | { readonly do: 'choose-priority'; readonly priority: boolean }
  | { readonly do: 'ask'; readonly body: IssueBody }
  | { readonly do: 'hear-nothing'; readonly key: string; readonly rejection: Rejection | null }
  | {
      readonly do: 'hear-refusal'
      readonly key: string
      readonly rejection: Rejection
      readonly nextKey: string
    }
  | {
      readonly do: 'give'
      readonly key: string
      readonly ticket: AwayTicket
      readonly service: KioskService
      readonly isPrinted: boolean
    }
  | { readonly do: 'find-none'; readonly key: string }
  | {
      readonly do: 'hear-ticket'
      readonly key: string
      readonly ticket: IssuedTicket
      readonly service: KioskService
    }

export const START: Place = { at: 'start' }

/** @returns where the person is after the move. A move that has no sense where they are changes nothing. */
export function journey(place: Place, move: Move): Place {
  switch (move.do) {
    case 'home':
      return START
    case 'back':
      return back(place)
    case 'open-group':
      return { at: 'group', group: move.group }
    case 'open-arrival':
      // A scan never takes a ticket away that is on its way.
      if (place.at === 'service' && isFixed(place.asking)) return place
      return { at: 'arrival', scanned: move.scanned }
    case 'open-service': {
      const { service, group, key } = move
      return { at: 'service', service, group, key, priority: false, asking: { step: 'not-yet' } }
    }
    case 'choose-priority':
      if (place.at !== 'service' || isFixed(place.asking)) return place
      return { ...place, priority: move.priority, asking: { step: 'not-yet' } }
    case 'ask':
      if (place.at !== 'service') return place
      return { ...place, asking: { step: 'sent', body: move.body } }
    case 'hear-nothing':
      if (place.at !== 'service' || place.key !== move.key || place.asking.step !== 'sent') return place
      return { ...place, asking: { step: 'unanswered', body: place.asking.body, rejection: move.rejection } }
    case 'hear-refusal':
      if (place.at !== 'service' || place.key !== move.key) return place
      return { ...place, key: move.nextKey, asking: { step: 'refused', rejection: move.rejection } }
    case 'hear-ticket':
      if (place.at !== 'service' || place.key !== move.key) return place
      return { at: 'ticket', ticket: move.ticket, service: move.service, priority: place.priority }
    case 'give': {
      if (place.at !== 'service' || place.key !== move.key) return place
      const { ticket, service, isPrinted } = move
      return { at: 'away-ticket', ticket, service, priority: place.priority, isPrinted }
    }
    case 'find-none':
      if (place.at !== 'service' || place.key !== move.key) return place
      return { ...place, asking: { step: 'none-left' } }
  }
}

/** @returns whether a request is out whose answer is not known: nothing in it may change any more. */
export function isFixed(asking: Asking): boolean {
  return asking.step === 'sent' || asking.step === 'unanswered'
}

/**
 * @returns whether this person, on their way or at the start, sees why no tickets are given now. Nobody's ticket, given
 * or on its way, is taken from under their eyes.
 */
export function isTurnedAway(place: Place, givesTickets: boolean): boolean {
  if (givesTickets || place.at === 'ticket' || place.at === 'away-ticket') return false
  return place.at !== 'service' || !isFixed(place.asking)
}

function back(place: Place): Place {
  // Its ticket may have been given: only its answer leads on from here.
  if (place.at === 'service' && isFixed(place.asking)) return place
  if (place.at !== 'service' || place.group === null) return START
  return { at: 'group', group: place.group }
}
