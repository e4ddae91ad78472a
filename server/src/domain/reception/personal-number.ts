/**
 * Whether a text holds a valid ЕГН, the personal number that reception days never ask for (rules.md, 6): ten digits in one
 * piece, or written 6 + 4 or 2 + 2 + 2 + 4. Numbers of other kinds hardly ever pass: a date must stand in the first six
 * digits (the month raised by 20 for the 19th century, by 40 for the 21st), and the last digit checks the others
 * (Наредба № РД-02-20-9/2012 for civil registration).
 */
export function holdsPersonalNumber(text: string): boolean {
  for (const match of text.matchAll(WRITTEN)) {
    if (isPersonalNumber(match[0].replaceAll(/\D/g, ''))) return true
  }
  return false
}

const WRITTEN =
  /(?<!\d)(?:\d{10}|\d{6}[ \u00A0-]\d{4}|\d{2}[ \u00A0-]\d{2}[ \u00A0-]\d{2}[ \u00A0-]\d{4})(?!\d)/g
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
