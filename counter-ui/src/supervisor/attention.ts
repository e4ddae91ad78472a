import type { SupervisorView } from '#shared/views.ts'
import type { Foreseen } from '../forecast.ts'
import { waitOf } from './wait.ts'

/** What the supervisor should know before anything else. */
export type Attention =
  | {
      readonly kind: 'no-window'
      readonly letters: readonly { readonly letter: string; readonly waiting: number }[]
    }
  | { readonly kind: 'past-standard'; readonly waiting: number }
  | { readonly kind: 'soon-past-standard'; readonly waiting: number }
  | { readonly kind: 'foreseen-past'; readonly waiting: number }

/** @returns what is urgent now, the worst first; empty when nothing is. */
export function attentionOf(
  view: Pick<SupervisorView, 'services' | 'order' | 'standardMinutes'>,
  now: number,
  forecast: ReadonlyMap<string, Pick<Foreseen, 'late'>> = new Map(),
): readonly Attention[] {
  const waits = view.order.map((ticket) => waitOf(ticket.issuedAt, now, view.standardMinutes).against)
  const past = waits.filter((against) => against === 'past').length
  const soon = waits.filter((against) => against === 'soon').length
  const foreseen = view.order.filter(
    ({ id }, index) => waits[index] === 'within' && forecast.get(id)?.late === 'likely',
  ).length
  const abandoned = view.services.filter((service) => service.waiting > 0 && service.openWindows.length === 0)
  return [
    ...(abandoned.length > 0 ? [{ kind: 'no-window', letters: byLetter(abandoned) } as const] : []),
    ...(past > 0 ? [{ kind: 'past-standard', waiting: past } as const] : []),
    ...(soon > 0 ? [{ kind: 'soon-past-standard', waiting: soon } as const] : []),
    ...(foreseen > 0 ? [{ kind: 'foreseen-past', waiting: foreseen } as const] : []),
  ]
}

function byLetter(services: SupervisorView['services']) {
  return [...Map.groupBy(services, (service) => service.letter)].map(([letter, members]) => ({
    letter,
    waiting: members.reduce((sum, service) => sum + service.waiting, 0),
  }))
}
