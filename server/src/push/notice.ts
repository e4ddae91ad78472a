import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { printed } from '#shared/labels.ts'
import { isAlmost } from '#shared/turn.ts'
import type { TicketView } from '#shared/views.ts'
import { words } from './words.ts'

/** One thing to tell a phone. */
export type Notice = {
  /** What it is about: the same one is told once. */
  readonly key: string
  readonly kind: 'almost' | 'called'
  readonly title: string
  readonly body: string
}

/** @returns what the holder of the ticket is to be told now; null: nothing. */
export function noticeOf(view: TicketView, language: Language): Notice | null {
  const { state, window, calledAt, recalls, last } = view
  const label = printed(view.label)
  if (state === 'called' && window !== null && calledAt !== null) {
    return {
      key: `called/${calledAt}/${recalls}`,
      kind: 'called',
      title: say(words.called(label, window), language),
      body: say(
        last ? words.lastCall(label) : recalls === 0 ? words.calledWhat : words.calledAgain,
        language,
      ),
    }
  }
  if (!isAlmost(view)) return null
  return {
    key: 'almost',
    kind: 'almost',
    title: say(words.almost(label), language),
    body: say(words.almostWhat, language),
  }
}
