import { longDate } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { text, type Document } from './document.ts'
import { banner, inLanguage } from './ticket-slip.ts'
import { words } from './words.ts'

/** What the confirmation of an appointment on a reception day says: the number, the time and the door; nobody's name. */
export type AppointmentFacts = {
  readonly number: string
  /** What lets its holder move or cancel it. */
  readonly code: string
  /** The language the person reads; Bulgarian stands beside it. */
  readonly language: Language
  /** `YYYY-MM-DD`: of the slot, or of the day that is waited for. */
  readonly date: string
  /** `HH:MM`; null: on the waiting list. */
  readonly time: string | null
  readonly post: Bilingual
  /** Empty: not known. */
  readonly room: string
  /** Where a phone follows the appointment. */
  readonly address: string
  readonly office: {
    readonly municipality: Bilingual
    readonly name: Bilingual
    readonly contact: { readonly phone: string; readonly email: string; readonly web: string }
  }
  readonly training: boolean
}

/** @returns the slip of an appointment, in Bulgarian, or in its own language with Bulgarian beside. */
export function appointmentSlip(facts: AppointmentFacts): Document {
  const { number, code, language, date, time, post, room, address, office, training } = facts
  const { both, fact } = inLanguage(language)
  const { phone, email, web } = office.contact
  return {
    title: number,
    blocks: [
      ...(training ? [banner(words.trainingSlip, language)] : []),
      ...both(office.municipality, { size: 'body', weight: 'bold', align: 'centre' }),
      text(office.name.bg, { size: 'small', align: 'centre' }),
      { kind: 'rule' },
      ...both(words.receptionDay, { size: 'large', weight: 'bold', align: 'centre' }),
      { kind: 'label', text: number },
      { kind: 'gap' }, // a letter of the number reaches below its line
      ...both(
        { bg: longDate(date, 'bg'), en: longDate(date, 'en') },
        { size: 'large', weight: 'bold', align: 'centre' },
      ),
      ...(time === null
        ? both(words.listed, { weight: 'bold', align: 'centre' })
        : both(words.slotAt(time), { size: 'large', weight: 'bold', align: 'centre' })),
      ...both(post, { align: 'centre' }),
      ...(room === '' ? [] : fact(words.room, room)),
      { kind: 'rule' },
      { kind: 'qr', text: address },
      ...fact(words.code, code.replace(/(.{4})(?=.)/g, '$1 ')),
      ...both(words.slipScan, { size: 'small' }),
      ...both(words.slipBring, { size: 'body', weight: 'bold' }),
      { kind: 'rule' },
      ...both(words.slipNoData, { size: 'small' }),
      { kind: 'gap' },
      text(`${phone} · ${email} · ${web}`, { size: 'small', align: 'centre' }),
    ],
  }
}
