import type { Bilingual } from '../ids.ts'
import { printed } from '../labels.ts'
import type { TicketView } from '../views.ts'
import { everyLanguage } from './further.ts'

/** Where a ticket stands, as its holder's phone says it: first in what the server writes into the page, then in the page. */
export const turnWords = everyLanguage(
  {
    title: (label: string): Bilingual => ({ bg: `${label} · Вашият билет`, en: `${label} · your ticket` }),
    calledTitle: (label: string, window: number): Bilingual => ({
      bg: `${label} · гише ${window}`,
      en: `${label} · window ${window}`,
    }),

    yourNumber: { bg: 'Вашият номер е', en: 'Your number is' },
    aheadLabel: { bg: 'Чакащи пред Вас', en: 'People ahead of you' },
    waitLabel: { bg: 'Очаквано време за изчакване', en: 'Expected waiting time' },
    estimate: { bg: 'Времето е ориентировъчно', en: 'The time is an estimate' },
    waiting: {
      bg: 'Моля, изчакайте номерът Ви да се появи на таблото',
      en: 'Please wait for your number to appear on the board',
    },
    almost: { bg: 'Почти е Ваш ред', en: 'It is almost your turn' },
    stayNear: { bg: 'Моля, бъдете близо до таблото.', en: 'Please stay near the board.' },

    come: { bg: 'Заповядайте на', en: 'Please come to' },
    window: (window: number): Bilingual => ({ bg: `гише ${window}`, en: `window ${window}` }),
    comeNow: { bg: 'Вашият номер е повикан.', en: 'Your number has been called.' },
    calledAgain: { bg: 'Вашият номер е повикан отново.', en: 'Your number has been called again.' },
    lastCall: (label: string): Bilingual => ({
      bg: `Последно повикване за номер ${label}`,
      en: `Last call for number ${label}`,
    }),
  },
  (all) => all.phone,
)

/** @returns what the call is that stands: the first, one more, the last. */
export function callWords({
  label,
  recalls,
  last,
}: Pick<TicketView, 'label' | 'recalls' | 'last'>): Bilingual {
  if (last) return turnWords.lastCall(printed(label))
  return recalls === 0 ? turnWords.comeNow : turnWords.calledAgain
}
