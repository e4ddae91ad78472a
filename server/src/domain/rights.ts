import type { Role } from '#shared/accounts.ts'
import type { CommandName } from '#shared/commands.ts'

/** Who asks, as far as rights go. Anyone: a citizen with a phone, known by nothing but the ticket's code. */
export type Asker =
  | { readonly kind: 'staff'; readonly role: Role }
  | { readonly kind: 'kiosk' }
  | { readonly kind: 'board' }
  | { readonly kind: 'anyone' }

type Audience = 'anyone' | 'kiosk' | 'clerk' | 'supervisor' | 'secretary' | 'official'

/** Who may give which command. What a clerk may do at which window is a rule of the office, decided in `decide/`. */
export const commandAudiences: { readonly [N in CommandName]: readonly Audience[] } = {
  'issue-ticket': ['kiosk', 'clerk'],
  leave: ['anyone'],
  'hold-numbers': ['kiosk'],
  'hand-in-ticket': ['kiosk'],
  'declare-roll': ['supervisor'],
  'enter-roll': ['supervisor'],
  'note-paper-service': ['clerk'],
  'open-window': ['clerk'],
  'close-window': ['clerk'],
  'pause-window': ['clerk'],
  'resume-window': ['clerk'],
  'assign-services': ['supervisor'],
  'call-next': ['clerk'],
  'call-ticket': ['clerk'],
  recall: ['clerk'],
  'start-service': ['clerk'],
  'finish-service': ['clerk'],
  'mark-no-show': ['clerk'],
  hold: ['clerk'],
  'resume-held': ['clerk'],
  transfer: ['clerk'],
  'add-service': ['clerk'],
  'take-back': ['clerk'],
  undo: ['clerk'],
  'ask-assistance': ['kiosk'],
  'answer-assistance': ['clerk'],
  'add-exception': ['supervisor'],
  'remove-exception': ['supervisor'],
  'post-notice': ['supervisor'],
  'withdraw-notice': ['supervisor'],

  // Of clerks, only the one at the sign-up window; of officials, each for their own list: decided in `decide/`.
  'sign-up': ['clerk', 'secretary'],
  'join-waiting-list': ['clerk', 'secretary'],
  'correct-person': ['clerk', 'secretary'],
  'move-appointment': ['clerk', 'secretary'],
  'cancel-appointment': ['clerk', 'secretary'],
  'move-own-appointment': ['anyone'],
  'cancel-own-appointment': ['anyone'],
  'erase-own-data': ['anyone'],
  'route-question': ['clerk', 'secretary'],
  'record-contact': ['clerk', 'secretary'],
  'accept-slot': ['clerk', 'secretary'],
  'report-arrival': ['kiosk', 'clerk', 'secretary'],
  'call-appointment': ['secretary', 'official'],
  'set-lateness': ['secretary', 'official'],
  'record-outcome': ['secretary', 'official'],
  'mark-answered': ['secretary'],
  'take-walk-in': ['secretary', 'official'],
  'add-reception-exception': ['secretary', 'supervisor'],
  'remove-reception-exception': ['secretary', 'supervisor'],
}

/** @returns whether the one who asks may give the command at all. A supervisor may do whatever a clerk may. */
export function may(asker: Asker, command: CommandName): boolean {
  return commandAudiences[command].some((audience) => belongs(asker, audience))
}

export function isSupervisor(asker: Asker): boolean {
  return asker.kind === 'staff' && asker.role === 'supervisor'
}

function belongs(asker: Asker, audience: Audience): boolean {
  switch (audience) {
    case 'anyone':
      return true
    case 'kiosk':
      return asker.kind === 'kiosk'
    case 'clerk':
      return asker.kind === 'staff' && (asker.role === 'clerk' || asker.role === 'supervisor')
    case 'supervisor':
      return isSupervisor(asker)
    case 'secretary':
    case 'official':
      return asker.kind === 'staff' && asker.role === audience
  }
}

/** Who may see which view. Kiosk and hall show numbers only, and a ticket is known by its code: anyone. */
export function maySee(asker: Asker, view: string): boolean {
  if (view === 'kiosk' || view === 'hall' || view === 'waits') return true
  if (/^(ticket|wait|appointment|door)\//.test(view)) return true
  if (view === 'paper' && asker.kind === 'kiosk') return true
  if (asker.kind !== 'staff') return false
  if (view.startsWith('reception/')) return maySeeReception(asker.role, view)
  if (view === 'supervisor' || view === 'boards') return asker.role === 'supervisor' || asker.role === 'admin'
  return asker.role === 'clerk' || asker.role === 'supervisor' || asker.role === 'admin'
}

/** The lists of reception days, by number: who the people are is guarded apart (`reception/desk.ts`). */
function maySeeReception(role: Role, view: string): boolean {
  if (role === 'secretary') return true
  if (view === 'reception/orders') return role === 'supervisor'
  if (view === 'reception/desk') return role === 'clerk' || role === 'supervisor'
  return view.startsWith('reception/official/') && role === 'official'
}

/** The log, with who did what: for those who supervise, administer and audit. */
export function mayReadLog(asker: Asker): boolean {
  return (
    asker.kind === 'staff' &&
    (asker.role === 'auditor' || asker.role === 'admin' || asker.role === 'supervisor')
  )
}

/** Plans for staff and the report on fairness: for those who answer for the hall. */
export function mayPlan(asker: Asker): boolean {
  return asker.kind === 'staff' && (asker.role === 'supervisor' || asker.role === 'admin')
}

/** A copy of a ticket: whoever works with tickets. */
export function mayReprint(asker: Asker): boolean {
  return belongs(asker, 'clerk')
}

/** The confirmation of an appointment: whoever may make one. */
export function mayPrintSlip(asker: Asker): boolean {
  return may(asker, 'sign-up') || may(asker, 'take-walk-in')
}

export function mayPrintTestPage(asker: Asker): boolean {
  return belongs(asker, 'supervisor') || mayAdminister(asker)
}

export function isKiosk(asker: Asker): boolean {
  return asker.kind === 'kiosk'
}

export function isBoard(asker: Asker): boolean {
  return asker.kind === 'board'
}

export function mayAdminister(asker: Asker): boolean {
  return asker.kind === 'staff' && asker.role === 'admin'
}
