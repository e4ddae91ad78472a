import type { OutOfOrderReason, Outcome } from '../commands.ts'
import type { Bilingual } from '../ids.ts'
import { printed } from '../labels.ts'
import type { CallReason } from '../reasons.ts'

/** Why this person was called now: one sentence that the log, the clerk and the auditor read alike. */
export function callReasonWords(reason: CallReason): Bilingual {
  const { bg, en } = waitedWords(reason.waitedMs)
  switch (reason.kind) {
    case 'longest-wait':
      return reason.takenBack === undefined
        ? {
            bg: `Чака най-дълго от чакащите за това гише (${bg}; чакащи: ${reason.among}).`,
            en: `Has waited longest of those this window serves (${en}; waiting: ${reason.among}).`,
          }
        : {
            bg: `Чака най-дълго от чакащите за това гише, без върнатите след пропуснато повикване (${bg}; чакащи: ${reason.among}; върнати: ${reason.takenBack}).`,
            en: `Has waited longest of those this window serves, not counting those taken back after a missed call (${en}; waiting: ${reason.among}; taken back: ${reason.takenBack}).`,
          }
    case 'priority':
      return {
        bg: `С предимство: чака ${bg}, всяка минута се брои за ${reason.weight} (изпреварени чакащи: ${reason.overtakes}).`,
        en: `Priority: has waited ${en}, each minute counts as ${reason.weight} (overtaken: ${reason.overtakes}).`,
      }
    case 'past-standard':
      return {
        bg: `Чака ${bg}, над стандарта от ${reason.standardMinutes} мин.: никой с предимство не минава отпред.`,
        en: `Has waited ${en}, past the standard of ${reason.standardMinutes} min: nobody with priority goes ahead.`,
      }
    case 'overtaken-enough':
      return {
        bg: `Никой с предимство не минава отпред: вече има чакащ с най-много допустими изпреварвания (${reason.times}). Чака ${bg}`,
        en: `Nobody with priority goes ahead: someone in line has been overtaken ${reason.times} times, the most allowed. Has waited ${en}.`,
      }
    case 'sent-here': {
      const sent = sentWords(reason.from)
      const turn = reason.turn
        ? callReasonWords(reason.turn)
        : { bg: `От издаването: ${bg}`, en: `Since issue: ${en}.` }
      return { bg: `${sent.bg} ${turn.bg}`, en: `${sent.en} ${turn.en}` }
    }
    case 'out-of-order':
      return {
        bg: `Извън реда: ${outOfOrderWords[reason.because].bg} (чакащи отпред: ${reason.ahead}; чака ${bg}).`,
        en: `Out of order: ${outOfOrderWords[reason.because].en} (people before: ${reason.ahead}; waited ${en}).`,
      }
  }
}

/** That somebody was sent to this window; by none: it is the one they come back to. */
function sentWords(from: number | null): Bilingual {
  return from === null
    ? { bg: 'Насочване към това гише.', en: 'Sent to this window.' }
    : { bg: `Насочване от гише ${from}.`, en: `Sent by window ${from}.` }
}

/** Whole minutes; nobody has waited „0 мин.“. */
function waitedWords(waitedMs: number): Bilingual {
  const minutes = Math.floor(waitedMs / 60_000)
  return minutes < 1
    ? { bg: 'под 1 мин.', en: 'under 1 min' }
    : { bg: `${minutes} мин.`, en: `${minutes} min` }
}

/**
 * Why someone who still waits stands where they stand: the same sentences, without the minutes, which go on.
 * @param after the label of the one who would be called before; null: this one is next.
 */
export function turnReasonWords(reason: CallReason, after: string | null): Bilingual {
  switch (reason.kind) {
    case 'longest-wait': {
      const among =
        after === null
          ? {
              bg: 'Чака най-дълго от чакащите за това гише',
              en: 'Has waited longest of those this window serves',
            }
          : {
              bg: `Чака най-дълго от останалите след ${printed(after)}`,
              en: `Has waited longest of those left after ${printed(after)}`,
            }
      return reason.takenBack === undefined
        ? { bg: `${among.bg}.`, en: `${among.en}.` }
        : {
            bg: `${among.bg}, без върнатите след пропуснато повикване.`,
            en: `${among.en}, not counting those taken back after a missed call.`,
          }
    }
    case 'priority':
      return {
        bg: `С предимство: минута чакане се брои за ${reason.weight}.`,
        en: `Priority: a minute of waiting counts as ${reason.weight}.`,
      }
    case 'past-standard':
      return {
        bg: `Чака над стандарта от ${reason.standardMinutes} мин.: никой с предимство не минава отпред.`,
        en: `Waits past the standard of ${reason.standardMinutes} min: nobody with priority goes ahead.`,
      }
    case 'overtaken-enough':
      return {
        bg: `Никой с предимство не минава отпред: вече има чакащ с най-много допустими изпреварвания (${reason.times}).`,
        en: `Nobody with priority goes ahead: someone in line has been overtaken ${reason.times} times, the most allowed.`,
      }
    case 'sent-here': {
      const sent = sentWords(reason.from)
      if (reason.turn === undefined) return sent
      const turn = turnReasonWords(reason.turn, after)
      return { bg: `${sent.bg} ${turn.bg}`, en: `${sent.en} ${turn.en}` }
    }
    case 'out-of-order':
      return {
        bg: `Извън реда: ${outOfOrderWords[reason.because].bg}.`,
        en: `Out of order: ${outOfOrderWords[reason.because].en}.`,
      }
  }
}

export const outOfOrderWords: { readonly [R in OutOfOrderReason]: Bilingual } = {
  'interrupted-service': {
    bg: 'продължение на прекъснато обслужване',
    en: 'continues an interrupted service',
  },
  'wrong-service': { bg: 'билетът е за грешна услуга', en: 'the ticket is for the wrong service' },
  'document-deadline': { bg: 'документ със срок днес', en: 'a document is due today' },
  'short-question': { bg: 'кратък въпрос', en: 'a short question' },
  'missed-call': { bg: 'повикването не е било чуто', en: 'the call was not heard' },
  'technical-fault': { bg: 'техническа неизправност', en: 'a technical fault' },
  'supervisor-order': { bg: 'разпореждане на ръководителя на смяната', en: 'by order of the supervisor' },
}

export const outcomeWords: { readonly [O in Outcome]: Bilingual } = {
  served: { bg: 'обслужване', en: 'served' },
  information: { bg: 'дадена информация', en: 'information given' },
  'application-taken': { bg: 'прието заявление', en: 'application taken' },
  'document-issued': { bg: 'издаден документ', en: 'document issued' },
  'fee-paid': { bg: 'платена такса', en: 'fee paid' },
  referred: { bg: 'насочване към друго звено', en: 'referred to another unit' },
  'not-possible': { bg: 'не може да се извърши', en: 'could not be done' },
}

/** The pause reasons that have words; a pause in the clerk's own words is shown as written. */
export const pauseWords: Readonly<Record<string, Bilingual>> = {
  break: { bg: 'почивка', en: 'break' },
  consultation: { bg: 'консултация със звено', en: 'consulting a unit' },
  technical: { bg: 'техническа неизправност', en: 'technical fault' },
  archive: { bg: 'справка в архива', en: 'looking up the archive' },
  other: { bg: 'друго', en: 'other' },
}
