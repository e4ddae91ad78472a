/**
 * Understands a telephone as Bulgarians write it, with the national zero, the country's code or neither before a mobile
 * number, and with any spaces, slashes, dots, dashes and brackets. Numbers of other countries need their „+“ or „00“.
 * @returns the number in E.164, e.g. `+35976684283`; null when it is none, or lacks its area code.
 * Source: the national numbering plan (ITU, country code 359): mobile 87, 88, 89, 98, 99 and seven digits; others seven
 * or eight digits with the area code.
 */
export function telephoneOf(written: string): string | null {
  const bare = written.replaceAll('(0)', '').replaceAll(/[\s\u00A0\-–/().]/g, '')
  const international = /^(?:\+|00)(\d+)$/.exec(bare)?.[1]
  if (international !== undefined) {
    if (international.startsWith('359')) return national(international.slice(3).replace(/^0/, ''))
    return /^[1-9]\d{6,14}$/.test(international) ? `+${international}` : null
  }
  if (!/^\d+$/.test(bare)) return null
  if (bare.startsWith('0')) return national(bare.slice(1))
  if (bare.startsWith('359') && bare.length >= 10) return national(bare.slice(3))
  return MOBILE.test(bare) ? national(bare) : null
}

const MOBILE = /^(?:87|88|89|98|99)\d{7}$/
const MOBILE_PREFIX = /^(?:87|88|89|98|99)/
const GEOGRAPHIC = /^[2-9]\d{6,7}$/

/** @param digits without the national zero. */
function national(digits: string): string | null {
  const isOne = MOBILE.test(digits) || (GEOGRAPHIC.test(digits) && !MOBILE_PREFIX.test(digits))
  return isOne ? `+359${digits}` : null
}
