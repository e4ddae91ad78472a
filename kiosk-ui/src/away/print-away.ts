import { clockFace, say } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { printed } from '#shared/labels.ts'
import type { KioskView } from '#shared/views.ts'
import { dateWords } from '#shared/words/dates.ts'
import '../print-here.css'
import { ownPrinter } from '../own-printer.ts'
import { words } from '../words.ts'
import { awayWords } from './words.ts'
import type { AwayTicket } from './away-ticket.ts'
import './print-away.css'

type Sheet = {
  readonly ticket: AwayTicket
  readonly service: Bilingual
  readonly view: KioskView
  readonly language: Language
}

/**
 * Prints the ticket on this machine's own printer, where it has one: the hall's printers are the server's, and away as
 * it is. In Bulgarian, and beside it in the ticket's language.
 * @returns whether the browser took it.
 */
export function printAway({ ticket, service, view, language }: Sheet): boolean {
  const widthMm = ownPrinter()
  if (widthMm === null) return false
  const languages: readonly Language[] = language === 'bg' ? ['bg'] : ['bg', language]
  const inEach = (sentence: Bilingual) => languages.map((each) => say(sentence, each)).join(' / ')
  const time = clockFace(ticket.issuedAt, view.day.zone)
  const sheet = document.createElement('div')
  sheet.className = 'paper-sheet paper-words'
  sheet.style.width = `${widthMm}mm`
  sheet.append(
    line('paper-office', inEach(view.office.name)),
    line('paper-label', printed(ticket.label)),
    line('paper-service', inEach(service)),
    line('paper-mark', inEach(awayWords.issuedWithoutLine)),
    line('', inEach(words.issuedOn(dateWords(view.day.date), time))),
    line('', inEach(awayWords.placeKept(time))),
    line('', inEach(awayWords.notHowMany)),
    line('', inEach(awayWords.watchBoardOrStaff)),
    ...(view.office.contact.phone === '' ? [] : [line('', view.office.contact.phone)]),
  )
  document.body.append(sheet)
  try {
    window.print()
    return true
  } catch {
    return false
  } finally {
    sheet.remove()
  }
}

function line(name: string, text: string): HTMLElement {
  const paragraph = document.createElement('p')
  if (name !== '') paragraph.className = name
  paragraph.textContent = text
  return paragraph
}
