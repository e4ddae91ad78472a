import { MINUTE } from '#shared/instant.ts'

/** When a waiting ticket is told to be called: instants, so that the screens count down by themselves. Milliseconds. */
export type Told = { readonly fromAt: number; readonly toAt: number }

/** What staff are told of somebody who waits, and whether the call will come later than the standard allows. */
export type Foreseen = Told & { readonly late: 'no' | 'possible' | 'likely' }

/** Another instant is told once it has moved by so much. */
const STEADY = 4 * MINUTE

/**
 * @param told what was told last, if anything. @param printed what was said at issue: nobody is told sooner, for they may
 * have gone for a coffee by it. @returns what to tell now; the same object when nothing has clearly changed.
 */
export function toldNow(told: Told | null, printed: Told | null, estimated: Told): Told {
  const fromAt = Math.max(estimated.fromAt, printed?.fromAt ?? 0)
  const toAt = Math.max(estimated.toAt, printed?.toAt ?? 0, fromAt)
  if (told === null) return { fromAt, toAt }
  const isNear = Math.abs(fromAt - told.fromAt) < STEADY && Math.abs(toAt - told.toAt) < STEADY
  return isNear ? told : { fromAt, toAt }
}

/**
 * What staff are told: what is expected now, whatever was said at issue. The mark is made of the same instants, so that
 * both say one thing.
 * @param told what staff were told last. @param limit when the standard is over for this ticket.
 */
export function foreseenNow(told: Told | null, estimated: Told, limit: number): Foreseen {
  const { fromAt, toAt } = toldNow(told, null, estimated)
  return { fromAt, toAt, late: fromAt > limit ? 'likely' : toAt > limit ? 'possible' : 'no' }
}
