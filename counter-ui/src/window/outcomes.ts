import type { Outcome } from '#shared/commands.ts'
import { outcomeWords } from '#shared/words/reasons.ts'

/** How a service can end, in the order in which the clerk is offered it. */
export const OUTCOMES = Object.keys(outcomeWords) as readonly Outcome[] // its own keys

/** @returns the outcome as a command says it: left out where none was chosen. */
export function said(outcome: Outcome | null): { readonly outcome?: Outcome } {
  return outcome === null ? {} : { outcome }
}
