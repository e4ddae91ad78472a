import type { CommandOf } from '#shared/commands.ts'
import type { receptionBodies } from '#shared/reception.ts'
import { ok, unreachable } from '#shared/result.ts'
import type { Day } from '../../day.ts'
import type { Asking, Decided } from '../story.ts'
import { acceptSlot, recordContact } from './call-sheet.ts'
import {
  cancelAppointment,
  cancelOwnAppointment,
  eraseOwnData,
  moveAppointment,
  moveOwnAppointment,
} from './changes.ts'
import {
  callAppointment,
  markAnswered,
  recordOutcome,
  reportArrival,
  setLateness,
  takeWalkIn,
} from './door.ts'
import { addReceptionException, removeReceptionException } from './orders.ts'
import { withOffers } from './settle.ts'
import { correctPerson, joinWaitingList, routeQuestion, signUp } from './sign-up.ts'

type ReceptionCommand = CommandOf<keyof typeof receptionBodies>

/** The commands of reception days: each with what follows from it, slots that became free offered to those who wait. */
export function decideReception(day: Day, command: ReceptionCommand, asking: Asking): Decided {
  const decided = byType(day, command, asking)
  if (!decided.ok || decided.value.events.length === 0) return decided
  return ok({ ...decided.value, ...withOffers(decided.value, asking) })
}

function byType(day: Day, command: ReceptionCommand, asking: Asking): Decided {
  switch (command.type) {
    case 'sign-up':
      return signUp(day, command, asking)
    case 'join-waiting-list':
      return joinWaitingList(day, command, asking)
    case 'correct-person':
      return correctPerson(day, command, asking)
    case 'route-question':
      return routeQuestion(day, command, asking)
    case 'move-appointment':
      return moveAppointment(day, command, asking)
    case 'move-own-appointment':
      return moveOwnAppointment(day, command, asking)
    case 'cancel-appointment':
      return cancelAppointment(day, command, asking)
    case 'cancel-own-appointment':
      return cancelOwnAppointment(day, command, asking)
    case 'erase-own-data':
      return eraseOwnData(day, command, asking)
    case 'record-contact':
      return recordContact(day, command, asking)
    case 'accept-slot':
      return acceptSlot(day, command, asking)
    case 'report-arrival':
      return reportArrival(day, command, asking)
    case 'call-appointment':
      return callAppointment(day, command, asking)
    case 'set-lateness':
      return setLateness(day, command, asking)
    case 'record-outcome':
      return recordOutcome(day, command, asking)
    case 'mark-answered':
      return markAnswered(day, command, asking)
    case 'take-walk-in':
      return takeWalkIn(day, command, asking)
    case 'add-reception-exception':
      return addReceptionException(day, command, asking)
    case 'remove-reception-exception':
      return removeReceptionException(day, command, asking)
    default:
      return unreachable(command)
  }
}
