import type { Bilingual } from '#shared/ids.ts'

const WHAT: Readonly<Record<string, Bilingual>> = {
  'appointment-made': { bg: 'ново записване за приемен ден', en: 'signed up for a reception day' },
  'person-corrected': { bg: 'поправени данни', en: 'data corrected' },
  'person-erased': { bg: 'изтрити лични данни', en: 'personal data erased' },
  'appointment-moved': { bg: 'преместено записване', en: 'appointment moved' },
  'appointment-cancelled': { bg: 'отказано записване', en: 'appointment cancelled' },
  'slot-offered': { bg: 'предложен освободен час', en: 'freed slot offered' },
  'offer-ended': { bg: 'край на предложението', en: 'the offer has ended' },
  'slot-accepted': { bg: 'приет час', en: 'slot accepted' },
  'contact-recorded': { bg: 'обаждане', en: 'telephone call' },
  'appointment-displaced': { bg: 'отложен час, по заповед', en: 'slot postponed, by order' },
  'appointment-restored': { bg: 'върнат час', en: 'slot restored' },
  'arrival-reported': { bg: 'явяване за приемния ден', en: 'arrival reported' },
  'appointment-called': { bg: 'повикване пред вратата', en: 'called to the door' },
  'outcome-recorded': { bg: 'записан резултат', en: 'outcome recorded' },
  'answer-given': { bg: 'даден дължим отговор', en: 'the answer owed is given' },
  'lateness-set': { bg: 'Променено закъснение на приема', en: 'How late the reception runs was changed' },
  'reception-day-ended': { bg: 'Край на приемния ден', en: 'The reception day has ended' },
  'question-routed': { bg: 'Въпрос, насочен към звено', en: 'A question routed to a unit' },
  'reception-exception-added': {
    bg: 'Промяна на приемен ден по заповед',
    en: 'A reception day changed by order',
  },
  'reception-exception-removed': {
    bg: 'Отменена промяна на приемен ден',
    en: 'The change of a reception day revoked',
  },
}

/** @returns what happened to the reception book, with the number of the appointment; null for any other record. */
export function receptionSentenceOf(type: string, body: Readonly<Record<string, unknown>>): Bilingual | null {
  const what = WHAT[type]
  if (what === undefined) return null
  const number = body['number']
  return typeof number === 'string' ? { bg: `${number}: ${what.bg}`, en: `${number}: ${what.en}` } : what
}
