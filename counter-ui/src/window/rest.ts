import type { Role } from '#shared/accounts.ts'
import type { Bilingual } from '#shared/ids.ts'
import { printed } from '#shared/labels.ts'
import type { Phase, WindowView } from '#shared/views.ts'
import { filledBoth, words } from '../words.ts'
import { isWithoutWork } from './main-action.ts'

/** Why a window cannot be paused or closed now; null: it can. The server decides; this says it before the key is pressed. */
export type NoRest = 'busy' | 'held' | 'last-window' | 'sent-here' | 'day-over'

export function whyNoRest(
  view: Pick<WindowView, 'current' | 'held' | 'mayRest' | 'isAwaited'> & {
    readonly day: { readonly phase: Phase }
  },
  rest: 'pause' | 'close',
  role: Role,
): NoRest | null {
  if (view.current !== null) return 'busy'
  if (rest === 'pause' && isWithoutWork(view.day.phase)) return 'day-over' // the window closes instead
  if (role === 'supervisor') return null // whom a clerk would ask
  if (!view.mayRest) return 'last-window'
  if (rest === 'pause' && view.isAwaited) return 'sent-here'
  if (rest === 'close' && view.held.length > 0) return 'held'
  return null
}

const hints: { readonly [W in NoRest]: Bilingual } = {
  busy: words.restBusy,
  held: words.restHeld,
  'last-window': words.restLast,
  'sent-here': words.restSentHere,
  'day-over': words.dayEnded,
}

/** @returns why there is no rest, in a few words. */
export function restHint({ current, held }: Pick<WindowView, 'current' | 'held'>, no: NoRest): Bilingual {
  const label = (no === 'busy' ? current : held[0])?.label ?? ''
  return filledBoth(hints[no], { label: printed(label) })
}

/** @returns the same, and whom to ask. */
export function restReason(view: Pick<WindowView, 'current' | 'held'>, no: NoRest): Bilingual {
  return no === 'last-window' ? words.lastWindowWhy : restHint(view, no)
}
