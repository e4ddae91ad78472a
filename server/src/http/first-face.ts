import { limitOf, say, said } from '#shared/client/format.ts'
import type { FirstState } from '#shared/first-state.ts'
import type { Bilingual } from '#shared/ids.ts'
import { printed } from '#shared/labels.ts'
import { languageFacts, LANGUAGES, type Language } from '#shared/languages.ts'
import { isAlmost } from '#shared/turn.ts'
import type { TicketView } from '#shared/views.ts'
import { waitRange, waitTold } from '#shared/wait-range.ts'
import type { TicketWaitView } from '#shared/waits.ts'
import '#shared/words/every-language.ts'
import { trainingWords } from '#shared/words/training-words.ts'
import { callWords, turnWords as words } from '#shared/words/turn-words.ts'

/**
 * What a phone shows of a ticket before the page's program has come, and where it never comes: the number, the people
 * ahead and the time, or the window. The same elements stand where the program puts its own (`kiosk-ui/src/phone/`), so
 * that nothing moves when it takes over; the browser test compares both.
 * @returns HTML for the page's root; empty: there is no such ticket.
 */
export function firstFace({ ticket, wait }: FirstState): string {
  if (ticket === null) return ''
  const { language, label, office, state } = ticket
  return (
    `<div class="phone" data-state="${state}"><header class="phone-mast">${ribbon(office.training, language)}` +
    `<div class="phone-mast-row"><p>${named(office.name, language)}</p>${languages(language)}</div></header>` +
    `<main class="phone-main"><h1 class="phone-number"><span class="phone-your">${text(words.yourNumber, language)} </span>` +
    `<span class="label" lang="bg" data-label="${label}">${printed(label)}</span></h1>` +
    `<section class="state">${where(ticket, wait, language)}</section></main></div>`
  )
}

function where(ticket: TicketView, wait: TicketWaitView | null, language: Language): string {
  const { state, window } = ticket
  if (state === 'waiting') return waiting(ticket, wait, language)
  if (state !== 'called' || window === null) return ''
  return (
    `<div class="called"><h2 class="state-heading">${text(callWords(ticket), language)}</h2>` +
    `<p class="come">${text(words.come, language)} <strong class="come-window">${text(words.window(window), language)}</strong></p></div>`
  )
}

function waiting(ticket: TicketView, wait: TicketWaitView | null, language: Language): string {
  const almost = isAlmost(ticket)
  const near = `<div class="almost"><h2 class="state-heading">${text(words.almost, language)}</h2><p>${text(words.stayNear, language)}</p></div>`
  const ahead = `<p class="phone-ahead"><span>${text(words.aheadLabel, language)}: </span><strong>${ticket.ahead}</strong></p>`
  return (
    (almost ? near : '') +
    (ticket.ahead === null ? '' : ahead) +
    (almost ? '' : time(ticket, wait, language)) +
    `<p>${text(words.waiting, language)}.</p>`
  )
}

function time({ day }: TicketView, foreseen: TicketWaitView | null, language: Language): string {
  if (foreseen?.wait.state !== 'estimated') return ''
  const { at, wait } = foreseen
  const now = Date.parse(at)
  const range = waitRange(Date.parse(wait.fromAt) - now, Date.parse(wait.toAt) - now)
  const { figure, warning } = waitTold(range, now, limitOf(day))
  const told =
    figure &&
    `<p class="phone-wait"><span>${text(words.waitLabel, language)}: </span>` +
      `<strong>${text(figure, language)}</strong><small>${text(words.estimate, language)}</small></p>`
  return (told ?? '') + (warning === null ? '' : `<p>${text(warning, language)}</p>`)
}

function ribbon(training: boolean, language: Language): string {
  return training
    ? `<div class="training-ribbon" role="note">${text(trainingWords.training, language)}</div>`
    : ''
}

/** They hold their place: the program makes them work. */
function languages(language: Language): string {
  const each = LANGUAGES.map(
    (name) =>
      `<button type="button" class="choice" lang="${name}" disabled aria-pressed="${name === language}">${languageFacts[name].name}</button>`,
  )
  return `<div class="languages">${each.join('')}</div>`
}

/** What the office has written itself, in the language that it is in. */
function named(name: Bilingual, language: Language): string {
  const { text: own, lang } = said(name, language)
  return lang === language ? escaped(own) : `<span lang="${lang}">${escaped(own)}</span>`
}

function text(sentence: Bilingual, language: Language): string {
  return escaped(say(sentence, language))
}

function escaped(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
