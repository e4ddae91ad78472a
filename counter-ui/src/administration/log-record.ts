import type { Bilingual } from '#shared/ids.ts'
import type { CallReason } from '#shared/reasons.ts'
import { callReasonWords, outcomeWords, pauseWords } from '#shared/words/reasons.ts'
import { shortDate } from '../supervisor/dates.ts'
import { readLookUp } from '../reception/look-up-text.ts'
import { changeWords } from '../supervisor/words.ts'
import { labelMatches } from '../typed.ts'
import { receptionSentenceOf } from './reception-record.ts'

/** One record of the office's log, as `GET /api/offices/{office}/events?day=` gives it. */
export type LogRecord = {
  readonly version: number
  readonly at: string
  readonly actor: { readonly kind: string; readonly id?: string | null }
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
}

export type Log = {
  readonly day: string
  readonly events: readonly LogRecord[]
  /** null: there is nothing to prove. */
  readonly verified: { readonly ok: boolean; readonly broken: number | null } | null
}

/** @returns the ticket that a record is about, if it is about one. */
export function labelOf(record: LogRecord): string | null {
  return typeof record.body['label'] === 'string' ? record.body['label'] : null
}

/** @returns whether a record is about the ticket or the appointment that is being typed: „г14“, „пд 147“, "147". */
export function isAbout(record: LogRecord, typed: string): boolean {
  if (typed.trim() === '') return true
  const label = labelOf(record)
  if (label !== null && labelMatches(typed, label)) return true
  const lookUp = readLookUp(typed)
  return lookUp.kind === 'number' && record.body['number'] === lookUp.number
}

/** @returns who did it, in words. */
export function actorWords({ kind, id }: LogRecord['actor']): Bilingual {
  switch (kind) {
    case 'staff':
      return { bg: id ?? 'служител', en: id ?? 'staff' }
    case 'device':
      return { bg: `киоск ${id ?? ''}`.trim(), en: `kiosk ${id ?? ''}`.trim() }
    case 'citizen':
      return { bg: 'гражданин', en: 'citizen' }
    case 'clock':
      return { bg: 'часовникът', en: 'the clock' }
    default:
      return { bg: [kind, id].filter(Boolean).join(' '), en: [kind, id].filter(Boolean).join(' ') }
  }
}

/** @returns what happened in one sentence; null for a record that has none, which is then shown as written. */
export function sentenceOf(
  { type, body }: LogRecord,
  services: ReadonlyMap<string, Bilingual>,
): Bilingual | null {
  const text = (key: string) => String(body[key] ?? '–')
  const window = text('window')
  const service = services.get(text('service')) ?? { bg: text('service'), en: text('service') }
  const at = { bg: `на гише ${window}`, en: `at window ${window}` }
  switch (type) {
    case 'day-opened':
      return {
        bg: `Нов ден: ${shortDate(text('date'), 'bg')}`,
        en: `New day: ${shortDate(text('date'), 'en')}`,
      }
    case 'settings-changed':
      return { bg: 'Настройките са променени', en: 'The settings changed' }
    case 'plan-changed':
      return { bg: 'Работното време на деня е променено', en: 'The day’s hours changed' }
    case 'order-changed':
      return { bg: 'Редът на чакащите е подреден наново', en: 'The waiting list was put in order again' }
    case 'hall-opened':
      return { bg: 'Начало на работното време', en: 'The hours begin' }
    case 'hall-finishing':
      return { bg: 'Край на работното време: довършване', en: 'The hours end: finishing' }
    case 'hall-closed':
      return body['why'] === 'limit'
        ? { bg: 'Край на деня: крайният час', en: 'End of the day: the limit' }
        : { bg: 'Край на деня: всички са обслужени', en: 'End of the day: everyone is served' }
    case 'exception-added':
      return exceptionSentence(body['exception'])
    case 'exception-removed':
      return { bg: `Премахнато изключение: ${text('order')}`, en: `Exception removed: ${text('order')}` }

    case 'window-opened':
      return {
        bg: `Гише ${window}: отворено, ${text('clerk')}`,
        en: `Window ${window} opened, ${text('clerk')}`,
      }
    case 'window-handed-over':
      return {
        bg: `Гише ${window}: предадено от ${text('from')} на ${text('clerk')}`,
        en: `Window ${window} handed over from ${text('from')} to ${text('clerk')}`,
      }
    case 'window-paused': {
      const reason = pauseWords[text('reason')] ?? { bg: text('reason'), en: text('reason') }
      return { bg: `Гише ${window}: почивка (${reason.bg})`, en: `Window ${window}: break (${reason.en})` }
    }
    case 'window-resumed':
      return { bg: `Гише ${window}: обслужването продължава`, en: `Window ${window} resumes` }
    case 'window-closed':
      return { bg: `Гише ${window}: затворено`, en: `Window ${window} closed` }
    case 'services-assigned':
      return {
        bg: `Гише ${window}: други услуги за деня`,
        en: `Window ${window}: other services for the day`,
      }

    case 'ticket-issued': {
      const extra = [
        body['priority'] === true ? { bg: ', с предимство', en: ', priority' } : null,
        body['presentAtClosing'] === true
          ? { bg: ', в залата при затварянето', en: ', in the hall at closing' }
          : null,
        body['handedIn'] === undefined ? null : handedInWords(body['handedIn']),
      ].filter((each) => each !== null)
      return {
        bg: `Издаден билет: ${service.bg}${extra.map((each) => each.bg).join('')}`,
        en: `Ticket issued: ${service.en}${extra.map((each) => each.en).join('')}`,
      }
    }
    case 'ticket-called': {
      const why = reasonWords(body['reason'])
      return { bg: `Повикване ${at.bg}. ${why.bg}`.trim(), en: `Called ${at.en}. ${why.en}`.trim() }
    }
    case 'ticket-recalled':
      return {
        bg: `Повторно повикване ${at.bg} (${text('times')})`,
        en: `Called again ${at.en} (${text('times')})`,
      }
    case 'service-started':
      return { bg: `Начало на обслужването ${at.bg}`, en: `Service begins ${at.en}` }
    case 'service-finished': {
      const outcome = outcomeOf(body['outcome'])
      return {
        bg: `Край на обслужването ${at.bg}: ${outcome.bg}`,
        en: `Service ends ${at.en}: ${outcome.en}`,
      }
    }
    case 'service-added': {
      const ended = stepEnded(body['outcome'])
      return {
        bg: `Още една услуга ${at.bg}: ${service.bg}${ended.bg}`,
        en: `One more service ${at.en}: ${service.en}${ended.en}`,
      }
    }
    case 'ticket-held':
      return { bg: `На изчакване ${at.bg}`, en: `On hold ${at.en}` }
    case 'held-resumed':
      return { bg: `Отново ${at.bg} след изчакване`, en: `Back ${at.en} after hold` }
    case 'held-released':
      return { bg: `Край на изчакването ${at.bg}`, en: `No longer on hold ${at.en}` }
    case 'ticket-transferred': {
      const ended = stepEnded(body['outcome'])
      const to =
        body['toWindow'] === null
          ? { bg: '', en: '' }
          : { bg: `, гише ${text('toWindow')}`, en: `, window ${text('toWindow')}` }
      return {
        bg: `Прехвърляне от гише ${window}: ${service.bg}${to.bg}${ended.bg}`,
        en: `Transferred from window ${window}: ${service.en}${to.en}${ended.en}`,
      }
    }
    case 'no-show-marked':
      return { bg: `Не се яви ${at.bg}`, en: `No show ${at.en}` }
    case 'ticket-taken-back':
      return { bg: 'Върнат в опашката', en: 'Taken back into the queue' }
    case 'ticket-left':
      return body['instead'] === undefined
        ? { bg: 'Отказ на посетителя', en: 'The visitor left' }
        : {
            bg: `Отговорът не стигна: посетителят е с номер ${text('instead')}`,
            en: `The answer never came: the visitor has number ${text('instead')}`,
          }
    case 'ticket-unserved':
      return { bg: 'Необслужен до края на деня, извинение', en: 'Unserved at the end of the day, apology' }
    case 'undone':
      return body['what'] === 'finish'
        ? { bg: `Върнат край на обслужването ${at.bg}`, en: `Finish undone ${at.en}` }
        : { bg: `Върнато „Не се яви“ ${at.bg}`, en: `No-show undone ${at.en}` }

    case 'numbers-held': {
      const blocks = blocksOf(body['blocks'])
      return body['found'] === true
        ? {
            bg: `Номера, дадени без връзка, за които дневникът не знаеше: ${blocks}`,
            en: `Numbers given without connection that the log did not know of: ${blocks}`,
          }
        : {
            bg: `Запазени номера за издаване без връзка: ${blocks}`,
            en: `Numbers kept for tickets without connection: ${blocks}`,
          }
    }
    case 'roll-declared': {
      const roll = blocksOf([body])
      return { bg: `Обявена ролка с номера: ${roll}`, en: `Roll of paper numbers declared: ${roll}` }
    }
    case 'late-ticket-recorded': {
      const date = text('date')
      return {
        bg: `Билет от ${shortDate(date, 'bg')}, издаден без връзка и предаден късно: необслужен, извинение`,
        en: `Ticket of ${shortDate(date, 'en')}, issued without connection and handed in late: unserved, apology`,
      }
    }
    case 'served-on-paper': {
      const outcome = outcomeOf(body['outcome'])
      return {
        bg: `Обслужване без връзка ${at.bg}, записано на хартия: ${outcome.bg}`,
        en: `Served without connection ${at.en}, noted on paper: ${outcome.en}`,
      }
    }

    case 'notice-posted':
      return {
        bg: `Съобщение на таблата: „${noticeOf(body['notice']).bg}“`,
        en: `Notice on the boards: “${noticeOf(body['notice']).en}”`,
      }
    case 'notice-withdrawn':
      return { bg: 'Свалено съобщение от таблата', en: 'Notice taken down from the boards' }
    case 'assistance-asked':
      return { bg: 'Молба за съдействие при киоска', en: 'Assistance asked at the kiosk' }
    case 'assistance-answered':
      return { bg: 'Служител отива при киоска', en: 'A member of staff goes to the kiosk' }
    default:
      return receptionSentenceOf(type, body)
  }
}

/** A ticket's code opens the citizen's own page: it stays between the ticket and its phone. */
export function isSecret(key: string): boolean {
  return key === 'code'
}

/** @returns the record as plain key and value, nested keys joined by dots. */
export function factsOf(body: unknown, path = ''): readonly (readonly [key: string, value: string])[] {
  if (typeof body !== 'object' || body === null) return [[path, String(body)]]
  const entries = Object.entries(body).filter(([key]) => !isSecret(key))
  if (Array.isArray(body) && body.every((item) => typeof item !== 'object')) return [[path, body.join(', ')]]
  return entries.flatMap(([key, value]) => factsOf(value, path === '' ? key : `${path}.${key}`))
}

function exceptionSentence(exception: unknown): Bilingual {
  // The server wrote it by its own schema; an unknown shape is told without its change.
  const { change, order } = (exception ?? {}) as {
    change?: Parameters<typeof changeWords>[0]
    order?: string
  }
  const what = change === undefined ? { bg: '', en: '' } : changeWords(change)
  return {
    bg: `Изключение в календара: ${what.bg} (${order ?? '–'})`,
    en: `Exception to the calendar: ${what.en} (${order ?? '–'})`,
  }
}

function handedInWords(handedIn: unknown): Bilingual {
  const { from } = (handedIn ?? {}) as { from?: string } // as the server's schema wrote it
  return from === 'roll'
    ? { bg: ', от ролка', en: ', off a roll' }
    : { bg: ', без връзка', en: ', without connection' }
}

/** „Г 801–830, М 801–830“. */
function blocksOf(blocks: unknown): string {
  const ranges = blocks as readonly { letter: string; from: number; to: number }[] // as the server's schema wrote it
  return ranges.map(({ letter, from, to }) => `${letter} ${from}${from === to ? '' : `–${to}`}`).join(', ')
}

function noticeOf(notice: unknown): Bilingual {
  const { text } = (notice ?? {}) as { text?: Bilingual } // as the server's schema wrote it
  return text ?? { bg: '–', en: '–' }
}

function reasonWords(reason: unknown): Bilingual {
  const isReason = typeof reason === 'object' && reason !== null && 'kind' in reason
  return (isReason ? callReasonWords(reason as CallReason) : undefined) ?? { bg: '', en: '' } // as the server's schema wrote it
}

/** How the step before ended, where more was said of it than that it was served. */
function stepEnded(outcome: unknown): Bilingual {
  if (outcome === undefined || outcome === 'served') return { bg: '', en: '' }
  const { bg, en } = outcomeOf(outcome)
  return { bg: `; преди това: ${bg}`, en: `; before it: ${en}` }
}

/** @returns how a service ended, in words. */
export function outcomeOf(outcome: unknown): Bilingual {
  const known = Object.entries(outcomeWords).find(([id]) => id === outcome)
  return known?.[1] ?? { bg: String(outcome ?? '–'), en: String(outcome ?? '–') }
}
