/** By what one is told again from another, whatever the case, the spacing and the punctuation. */

/** Who asks what, as far as it shows that the same was asked before. */
export type Question = {
  /** E.164. */
  readonly telephone: string
  readonly nameKey: string
  readonly subjectKey: string
  readonly fileKey: string | null
}

export function nameKey(givenName: string, familyName: string): string {
  return `${key(givenName)} ${key(familyName)}`
}

export function subjectKey(subject: string): string {
  return key(subject)
}

/** @returns null where no file is named. */
export function fileKey(fileNumber: string | undefined): string | null {
  const letters = fileNumber?.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '') ?? ''
  return letters === '' ? null : letters
}

function key(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
