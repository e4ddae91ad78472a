import type { Words } from '../words.ts'

const ONES = [
  '',
  'eins',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
  'dreizehn',
  'vierzehn',
  'fünfzehn',
  'sechzehn',
  'siebzehn',
  'achtzehn',
  'neunzehn',
]
const TENS = ['', '', 'zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig']

/**
 * German: the letters of the tickets are Cyrillic; they are named by their sound. The synthesiser has no French „j“, so
 * „Ж“ is named as Bulgarian names are written in German.
 *
 * TO BE READ BY A NATIVE SPEAKER, as `shared/src/words/de.ts`: written by people whose language this is not.
 */
export const words: Words = {
  synthesiser: { voice: 'de', speed: 145, pitch: 40 },
  phrases: {
    number: 'Nummer,',
    please: 'bitte kommen Sie',
    'last-call': 'Letzter Aufruf für Nummer,',
    reception: 'Sprechtag. Nummer,',
    'to-room': 'zu Zimmer,',
    'see-board': 'Bitte schauen Sie auf die Anzeigetafel.',
    'number/0': 'null,',
  },
  letters: {
    А: 'A wie Anton,',
    Г: 'G wie Gustav,',
    Д: 'D wie Dora,',
    Е: 'E wie Emil,',
    И: 'I wie Ida,',
    Л: 'L wie Ludwig,',
    М: 'M wie Martha,',
    Н: 'N wie Nordpol,',
    П: 'P wie Paula,',
    Р: 'R wie Richard,',
    С: 'S wie Samuel,',
    У: 'U wie Ulrich,',
    Ф: 'F wie Friedrich,',
    Ц: 'Z wie Zar,',
    Ж: 'Sche wie Schiwko,',
    Я: 'Ja wie Jana,',
  },
  number: (number) => (number >= 1_000 ? `${leading(number / 1_000)}tausend` : below(number)),
  isJoined: () => false,
  toWindow: (window) => `zu Schalter ${window}.`,
  toRoom: (room) => `zu Zimmer ${room}.`,
  sentences: {
    call: ['number', '{letter}', '{number}', 'please', '{place}'],
    lastCall: ['last-call', '{letter}', '{number}', 'please', '{place}'],
    door: ['reception', '{number}', 'please', '{place}'],
  },
}

/** @param number 1–999 @returns one word: „zweihunderteinundzwanzig“. */
function below(number: number): string {
  const hundreds = Math.floor(number / 100)
  const rest = number % 100
  return `${hundreds === 0 ? '' : `${leading(hundreds)}hundert`}${belowHundred(rest)}`
}

/** @param number 0–99, the one before the ten: „einundzwanzig“. */
function belowHundred(number: number): string {
  if (number < 20) return ONES[number] ?? ''
  const one = number % 10
  return `${one === 0 ? '' : `${leading(one)}und`}${TENS[Math.floor(number / 10)]}`
}

/** A number that goes on in the same word: „ein“, not „eins“. @param number 1–20 */
function leading(number: number): string {
  return number === 1 ? 'ein' : belowHundred(number)
}
