import type { AppointmentNumber } from '#shared/ids.ts'

export type LookUpText =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly number: AppointmentNumber }
  | { readonly kind: 'telephone'; readonly telephone: string }
  | { readonly kind: 'unclear' }

/** The longest number of an appointment that is typed without its letters; from six digits on it is a telephone. */
const MOST_BARE_DIGITS = 5

/** @param typed „пд 147“, „PD-0147“, "147", or a telephone @returns what is meant. */
export function readLookUp(typed: string): LookUpText {
  const text = typed.trim()
  if (text === '') return { kind: 'empty' }
  const lettered = /^(?:пд|pd)\s*[-–]?\s*(\d{1,9})$/i.exec(text)?.[1]
  const bare = new RegExp(`^[1-9]\\d{0,${MOST_BARE_DIGITS - 1}}$|^0{1,3}[1-9]\\d{0,2}$`).exec(text)?.[0]
  const digits = lettered ?? bare
  if (digits !== undefined) {
    const number = `ПД-${String(Number(digits)).padStart(4, '0')}`
    return { kind: 'number', number: number as AppointmentNumber } // its form, as just written
  }
  return /^[\d\s()+/.-]{6,30}$/.test(text) ? { kind: 'telephone', telephone: text } : { kind: 'unclear' }
}
