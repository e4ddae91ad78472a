/**
 * Whether a text holds a valid ЕГН, the personal number that reception days never ask for (rules.md, 6): ten digits in one
 * piece, or in groups as people write them, with up to three spaces, dots, hyphens, dashes or slashes between two groups.
 * Numbers of other kinds hardly ever pass: a date must stand in the first six digits (the month raised by 20 for the 19th
 * century, by 40 for the 21st), and the last digit checks the others (Наредба № РД-02-20-9/2012 for civil registration).
 */
export function holdsPersonalNumber(text: string): boolean {
  const runs = [...text.matchAll(/\d+/g)]
  return runs.some((_, first) => {
    const written = writtenFrom(text, runs, first)
    return written !== null && isUsual(written) && isPersonalNumber(written.groups.join(''))
  })
}

type Written = { readonly groups: readonly string[]; readonly between: readonly string[] }

/** @returns the groups of digits from that one on until they make ten digits; null: too few, or they stand too far apart. */
function writtenFrom(text: string, runs: readonly RegExpExecArray[], first: number): Written | null {
  const groups: string[] = []
  const between: string[] = []
  let [count, end] = [0, 0]
  for (const { 0: digits, index } of runs.slice(first, first + MOST_GROUPS)) {
    if (groups.length > 0) {
      const gap = text.slice(end, index)
      if (!SEPARATOR.test(gap)) return null
      between.push(markOf(gap))
    }
    groups.push(digits)
    count += digits.length
    end = index + digits.length
    if (count >= 10) return { groups, between }
  }
  return null
}

const MOST_GROUPS = 5
const SEPARATOR = /^[ \t\u00A0\u2000-\u200A\u202F./\-\u2010-\u2015\u2212]{1,3}$/

/** What stands between two groups, whichever dash it is and however wide the space. */
function markOf(gap: string): string {
  return gap.replaceAll(/\s/g, '').replaceAll(/[\u2010-\u2015\u2212]/g, '-')
}

/**
 * Groups that end where the date does may have any marks between them. Others need one and the same throughout: a date
 * before an hour („12.05.26 10.30“) or two years before a number („2012-2026 10“) are written with several.
 */
function isUsual({ groups, between }: Written): boolean {
  const lengths = groups.map((group) => group.length).join('+')
  return AT_THE_DATE.has(lengths) || (EVENLY.has(lengths) && new Set(between).size === 1)
}

const AT_THE_DATE: ReadonlySet<string> = new Set(['10', '6+4', '2+2+2+4'])
const EVENLY: ReadonlySet<string> = new Set(['2+2+2+2+2', '4+4+2', '6+2+2', '3+3+4', '4+3+3', '5+5'])
const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3, 6]

/** @param digits exactly ten. */
function isPersonalNumber(digits: string): boolean {
  const year = Number(digits.slice(0, 2))
  const raised = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6))
  const [month, century] =
    raised > 40 ? [raised - 40, 2000] : raised > 20 ? [raised - 20, 1800] : [raised, 1900]
  if (month < 1 || month > 12 || day < 1 || day > daysIn(century + year, month)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return (sum % 11) % 10 === Number(digits[9])
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return isLeap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
