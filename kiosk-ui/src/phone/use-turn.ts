import { useEffect } from 'react'
import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { printed } from '#shared/labels.ts'
import { isAlmost } from '#shared/turn.ts'
import type { TicketView } from '#shared/views.ts'
import { callWords } from '#shared/words/turn-words.ts'
import type { Bell } from './bell.ts'
import { notify, type Reach } from './notices.ts'
import { words } from './words.ts'

const SHAKE = { almost: [300], called: [400, 200, 400, 200, 800] }

/** Shakes, sounds and shows once for each turn of things: a call, a call said again, „almost your turn“. A reload is none. */
export function useTurn(view: TicketView | null, language: Language, bell: Bell, reach: Reach | null): void {
  const turn = view === null ? null : turnOf(view)
  useEffect(() => {
    if (view === null || turn === null || sessionStorage.getItem('felt') === turn) return
    const { kind, title, body } = saidOf(view, language)
    // Whoever was called and is waiting again has been near already.
    if (kind === 'almost' && sessionStorage.getItem('felt')?.startsWith(view.label)) return
    sessionStorage.setItem('felt', turn)
    // Some phones cannot; and a page that was never touched may not.
    if ('vibrate' in navigator && navigator.userActivation.hasBeenActive) navigator.vibrate(SHAKE[kind])
    if (reach === null) return
    bell.ring()
    // Where the browser's own service tells it, once is enough.
    if (reach === 'behind') void notify(title, body, view.label, language)
  }, [turn, view, language, bell, reach])
}

function turnOf(view: TicketView): string | null {
  const { state, label, calledAt, recalls } = view
  if (state === 'called' && calledAt !== null) return `${label} ${calledAt} ${recalls}`
  return isAlmost(view) ? `${label} almost` : null
}

function saidOf(view: TicketView, language: Language) {
  const { state, label, window } = view
  const number = printed(label)
  if (state === 'called' && window !== null)
    return {
      kind: 'called' as const,
      title: say(words.calledTitle(number, window), language),
      body: say(callWords(view), language),
    }
  return {
    kind: 'almost' as const,
    title: `${number}: ${say(words.almost, language)}`,
    body: say(words.stayNear, language),
  }
}
