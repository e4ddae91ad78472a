import type { Language } from '#shared/languages.ts'

/**
 * What is short for the eye, long for the ear: units, dates, times, money, ranges, and a ticket's number without its zeros.
 * @returns what the voice is given.
 */
export function pronounced(text: string, language: Language): string {
  const { units, range, and, number, money, date, time } = SPOKEN[language]
  const words = text
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u2011', '-')
    .replace(/(?<= )(ч|мин|сек|г|Min)\.(?=\s+\p{Lu}|$)/gu, '$1..') // it ends the sentence too
    .replace(
      /(?<!\p{L})(\p{Lu}) 0*(\d{1,5})(?!\d)/gu,
      (_, letter: string, number: string) => `${LETTER_NAMES[letter] ?? letter} ${number}`,
    )
    .replace(/[„“”"«»]/gu, '')
    .replace(/ ?· ?/gu, ', ')
    .replace(/…/gu, '.')
    .replace(/(\d{2})\.(\d{2})\.(\d{4})(?: г\.?)?/gu, (_, day: string, month: string, year: string) =>
      date(Number(day), month, year),
    )
    .replace(/(\d{1,2}):(\d{2})(?: (?:ч\.|часа|Uhr))?/gu, (_, hours: string, minutes: string) =>
      time(Number(hours), Number(minutes)),
    )
    .replace(/€ ?(\d+)\.(\d{2})|(\d+),(\d{2}) ?€/gu, (_, a?: string, b?: string, c?: string, d?: string) =>
      money(Number(a ?? c), Number(b ?? d)),
    )
    .replace(/(\d) ?[–-] ?(?=\d)/gu, `$1 ${range} `)
    .replace(/(?:№|Nr\.|No\.) ?/gu, `${number} `)
    .replace(/ ?\/ ?/gu, ` ${and} `)
  return units
    .reduce((spoken, [short, long]) => spoken.replace(short, long), words)
    .replace(/\s+/gu, ' ')
    .trim()
}

/** A letter alone loses its voice before the next word: „Г 14“ would be heard as „к 14“. Its name can't be mistaken. */
const LETTER_NAMES: Readonly<Record<string, string>> = {
  Г: 'гъ',
  Д: 'дъ',
  Л: 'лъ',
  М: 'мъ',
  Н: 'нъ',
  П: 'пъ',
  Р: 'ръ',
  С: 'съ',
  Ф: 'фъ',
  Ц: 'цъ',
  Ж: 'жъ',
}

type Spoken = {
  readonly units: readonly (readonly [RegExp, string])[]
  readonly range: string
  readonly and: string
  readonly number: string
  readonly money: (euros: number, cents: number) => string
  readonly date: (day: number, month: string, year: string) => string
  readonly time: (hours: number, minutes: number) => string
}

const MONTHS_BG: Readonly<Record<string, string>> = {
  '01': 'януари',
  '02': 'февруари',
  '03': 'март',
  '04': 'април',
  '05': 'май',
  '06': 'юни',
  '07': 'юли',
  '08': 'август',
  '09': 'септември',
  '10': 'октомври',
  '11': 'ноември',
  '12': 'декември',
}

const SPOKEN: { readonly [L in Language]: Spoken } = {
  bg: {
    units: [
      [/(?<=\d )мин\.?(?!\p{L})/gu, 'минути'],
      [/(?<=\d )сек\.?(?!\p{L})/gu, 'секунди'],
      [/(?<=\d )ч\.(?!\p{L})/gu, 'часа'],
      [/(?<=\d )%/gu, 'процента'],
    ],
    range: 'до',
    and: 'или',
    number: 'номер',
    money: (euros, cents) => `${euros} евро${cents === 0 ? '' : ` и ${cents} цента`}`,
    date: (day, month, year) => `${day} ${MONTHS_BG[month] ?? month} ${year} година`,
    time: (hours, minutes) => `${hours}${minutes === 0 ? '' : ` и ${minutes}`} часа`,
  },
  en: {
    units: [
      [/(?<=\d )min\.?(?!\p{L})/gu, 'minutes'],
      [/(?<=\d )s(?!\p{L})/gu, 'seconds'],
    ],
    range: 'to',
    and: 'or',
    number: 'number',
    money: (euros, cents) => `${euros} euros${cents === 0 ? '' : ` and ${cents} cents`}`,
    date: (day, month, year) => `${day}.${month}.${year}`,
    time: (hours, minutes) =>
      `${hours}${minutes === 0 ? " o'clock" : ` ${String(minutes).padStart(2, '0')}`}`,
  },
  de: {
    units: [
      [/(?<=\d )Min\.?(?!\p{L})/gu, 'Minuten'],
      [/(?<=\d )s(?!\p{L})/gu, 'Sekunden'],
    ],
    range: 'bis',
    and: 'oder',
    number: 'Nummer',
    money: (euros, cents) => `${euros} Euro${cents === 0 ? '' : ` ${cents}`}`,
    date: (day, month, year) => `${day}.${month}.${year}`,
    time: (hours, minutes) => `${hours} Uhr${minutes === 0 ? '' : ` ${minutes}`}`,
  },
}
