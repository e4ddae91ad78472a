import { MINUTE } from '#shared/instant.ts'

/** When a waiting ticket is told to be called: instants, so that the screens count down by themselves. Milliseconds. */
export type Told = { readonly fromAt: number; readonly toAt: number }

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
