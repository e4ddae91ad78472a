import type { OutOfOrderReason, Outcome } from '../commands.ts'
import type { Bilingual } from '../ids.ts'
import type { CallReason } from '../reasons.ts'

/** Why this person was called now: one sentence that the log, the clerk and the auditor read alike. */
export function callReasonWords(reason: CallReason): Bilingual {
  const minutes = Math.floor(reason.waitedMs / 60_000)
  switch (reason.kind) {
    case 'longest-wait':
      return {
        bg: `Чака най-дълго от чакащите за това гише (${minutes} мин; чакащи: ${reason.among}).`,
        en: `Has waited longest of those this window serves (${minutes} min; waiting: ${reason.among}).`,
      }
    case 'priority':
      return {
        bg: `С предимство: ${minutes} мин чакане, броени по ${reason.weight} (изпреварени: ${reason.overtakes}).`,
        en: `Priority: ${minutes} min of waiting, counted ${reason.weight} times (overtaken: ${reason.overtakes}).`,
      }
    case 'past-standard':
      return {
        bg: `Чака ${minutes} мин, над стандарта от ${reason.standardMinutes} мин: никой с предимство не минава отпред.`,
        en: `Has waited ${minutes} min, past the standard of ${reason.standardMinutes} min: nobody with priority goes ahead.`,
      }
    case 'overtaken-enough':
      return {
        bg: `Никой с предимство не минава отпред: чакащ преди това е изпреварен ${reason.times} пъти, колкото най-много се допуска. Чака ${minutes} мин.`,
        en: `Nobody with priority goes ahead: someone in line has been overtaken ${reason.times} times, the most allowed. Has waited ${minutes} min.`,
      }
    case 'sent-here':
      return {
        bg: `${reason.from === null ? 'Изпратен към това гише' : `Изпратен от гише ${reason.from}`}; чака най-дълго (${minutes} мин от издаването).`,
        en: `${reason.from === null ? 'Sent to this window' : `Sent by window ${reason.from}`}; has waited longest (${minutes} min since issue).`,
      }
    case 'out-of-order':
      return {
        bg: `Извън реда: ${outOfOrderWords[reason.because].bg} (чакащи преди него: ${reason.ahead}; чака ${minutes} мин).`,
        en: `Out of order: ${outOfOrderWords[reason.because].en} (people before: ${reason.ahead}; waited ${minutes} min).`,
      }
  }
}

/** Why someone who still waits stands where they stand: the same sentences, without the minutes, which go on. */
export function turnReasonWords(reason: CallReason): Bilingual {
  switch (reason.kind) {
    case 'longest-wait':
      return {
        bg: 'Чака най-дълго от чакащите за това гише.',
        en: 'Has waited longest of those this window serves.',
      }
    case 'priority':
      return {
        bg: `С предимство: минута чакане се брои за ${reason.weight}.`,
        en: `Priority: a minute of waiting counts as ${reason.weight}.`,
      }
    case 'past-standard':
      return {
        bg: `Чака над стандарта от ${reason.standardMinutes} мин: никой с предимство не минава отпред.`,
        en: `Waits past the standard of ${reason.standardMinutes} min: nobody with priority goes ahead.`,
      }
    case 'overtaken-enough':
      return {
        bg: `Никой с предимство не минава отпред: чакащ преди това е изпреварен ${reason.times} пъти, колкото най-много се допуска.`,
        en: `Nobody with priority goes ahead: someone in line has been overtaken ${reason.times} times, the most allowed.`,
      }
    case 'sent-here':
      return {
        bg: reason.from === null ? 'Изпратен към това гише.' : `Изпратен от гише ${reason.from}.`,
        en: reason.from === null ? 'Sent to this window.' : `Sent by window ${reason.from}.`,
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
