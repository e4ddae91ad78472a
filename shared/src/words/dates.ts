const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** @param date `YYYY-MM-DD` @returns „25.11.2026 г.“ */
export function dateBg(date: string): string {
  const [year, month, day] = date.split('-')
  return `${day}.${month}.${year} г.`
}

/** @param date `YYYY-MM-DD` @returns “25 November 2026” */
export function dateEn(date: string): string {
  const [year, month, day] = date.split('-')
  return `${Number(day)} ${MONTHS_EN[Number(month) - 1]} ${year}`
}
