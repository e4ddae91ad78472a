/**
 * @param e164 a telephone as it is kept, „+359888123456“
 * @returns it as one dials it here, in groups: „0888 123 456“, „076 684 283“; a foreign one stays international.
 */
export function dialled(e164: string): string {
  const national = /^\+359(\d+)$/.exec(e164)?.[1]
  if (national === undefined) return e164
  const mobile = /^(\d{3})(\d{3})(\d{3})$/.exec(national)
  if (mobile !== null && /^(8[789]|9[89])/.test(national)) return `0${mobile.slice(1).join(' ')}`
  const fixed = /^(2|\d{2})(\d{3})(\d+)$/.exec(national)
  return fixed === null ? `0${national}` : `0${fixed.slice(1).join(' ')}`
}
