import type { AppointmentNumber } from './ids.ts'

/** Numbers of appointments: „ПД-0147“, at least four digits, running on in the office for ever. */

const PREFIX = 'ПД-'

/** @param count which one of the office's it is, the first being 1. @returns e.g. „ПД-0147“; after 9999 comes 10000. */
export function appointmentNumber(count: number): AppointmentNumber {
  return `${PREFIX}${String(count).padStart(4, '0')}` as AppointmentNumber // the one place that makes them
}

/** @returns which one of the office's it is. */
export function countOf(number: AppointmentNumber): number {
  return Number(number.slice(PREFIX.length))
}

/**
 * Understands a number as a person types it: „пд 147“, "PD-147", "147".
 * @returns the canonical number, or null when it is none.
 */
export function parseAppointmentNumber(typed: string): AppointmentNumber | null {
  const digits = /^\s*(?:(?:пд|pd)[\s\-–.№]*)?0*(\d{1,9})\s*$/iu.exec(typed)?.[1]
  return digits === undefined || Number(digits) === 0 ? null : appointmentNumber(Number(digits))
}
