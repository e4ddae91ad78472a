import type { Command } from '#shared/commands.ts'
import { ok } from '#shared/result.ts'
import { waitingCount, type Day } from '../day.ts'
import { answerAssistance, askAssistance } from './assistance.ts'
import { declareRoll, enterRoll, handInTicket, holdNumbers, notePaperService } from './away.ts'
import { addException, removeException } from './calendar.ts'
import { callNext, callTicket, markNoShow, recall } from './calling.ts'
import { postNotice, withdrawNotice } from './notices.ts'
import { decideReception } from './reception/reception.ts'
import { addService, finishService, hold, resumeHeld, startService, transfer, undo } from './serving.ts'
import { issueTicket, leave, takeBack } from './tickets.ts'
import { assignServices, closeWindow, openWindow, pauseWindow, resumeWindow } from './windows.ts'
import { happens, type Asking, type Decided } from './story.ts'

/**
 * What a command does to a day: events and an answer, or a refusal by the rules. Pure; nothing has happened yet.
 * @param day the day at the instant `asking.now`: what was due before has already happened (`due.ts`).
 */
export function decide(day: Day, command: Command, asking: Asking): Decided {
  const decided = byType(day, command, asking)
  if (!decided.ok) return decided
  const { answer, ...story } = decided.value
  const last = story.events.at(-1)
  const mayEmpty = last?.type === 'window-closed' || last?.type === 'ticket-left'
  if (!mayEmpty || day.phase !== 'finishing' || !isEmpty(story.day)) return decided
  const closed = { type: 'hall-closed', due: asking.now, why: 'everyone-served' } as const
  return ok({ ...happens(story, closed, asking), answer })
}

/** The day is over once nobody waits or is being served and the last window has closed (rules.md, 2). */
function isEmpty(day: Day): boolean {
  return (
    waitingCount(day) === 0 &&
    day.windows.every(
      (window) => window.status.kind === 'closed' && window.current === null && window.held.length === 0,
    )
  )
}

function byType(day: Day, command: Command, asking: Asking): Decided {
  switch (command.type) {
    case 'issue-ticket':
      return issueTicket(day, command, asking)
    case 'leave':
      return leave(day, command, asking)
    case 'take-back':
      return takeBack(day, command, asking)
    case 'open-window':
      return openWindow(day, command, asking)
    case 'close-window':
      return closeWindow(day, command, asking)
    case 'pause-window':
      return pauseWindow(day, command, asking)
    case 'resume-window':
      return resumeWindow(day, command, asking)
    case 'assign-services':
      return assignServices(day, command, asking)
    case 'call-next':
      return callNext(day, command, asking)
    case 'call-ticket':
      return callTicket(day, command, asking)
    case 'recall':
      return recall(day, command, asking)
    case 'mark-no-show':
      return markNoShow(day, command, asking)
    case 'start-service':
      return startService(day, command, asking)
    case 'finish-service':
      return finishService(day, command, asking)
    case 'hold':
      return hold(day, command, asking)
    case 'resume-held':
      return resumeHeld(day, command, asking)
    case 'transfer':
      return transfer(day, command, asking)
    case 'add-service':
      return addService(day, command, asking)
    case 'undo':
      return undo(day, command, asking)
    case 'add-exception':
      return addException(day, command, asking)
    case 'remove-exception':
      return removeException(day, command, asking)
    case 'post-notice':
      return postNotice(day, command, asking)
    case 'withdraw-notice':
      return withdrawNotice(day, command, asking)
    case 'hold-numbers':
      return holdNumbers(day, command, asking)
    case 'hand-in-ticket':
      return handInTicket(day, command, asking)
    case 'declare-roll':
      return declareRoll(day, command, asking)
    case 'enter-roll':
      return enterRoll(day, command, asking)
    case 'note-paper-service':
      return notePaperService(day, command, asking)
    case 'ask-assistance':
      return askAssistance(day, asking)
    case 'answer-assistance':
      return answerAssistance(day, asking)
    default:
      return decideReception(day, command, asking)
  }
}
