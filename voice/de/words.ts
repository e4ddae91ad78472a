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

/** German, to be heard by a native speaker: the letters of the tickets are Cyrillic; they are named by their sound. */
export const words: Words = {
  synthesiser: { voice: 'de', speed: 145, pitch: 40 },
  phrases: {
    number: 'Nummer,',
    please: 'bitte kommen Sie',
    'last-call': 'Letzter Aufruf für Nummer,',
    reception: 'Sprechtag. Nummer,',
    'to-room': 'zu Zimmer,',
    'see-board': 'Bitte sehen Sie auf die Anzeigetafel.',
    and: 'und',
    'number/0': 'null,',
  },
  letters: {
    А: 'A wie Anna,',
    Г: 'G wie Garten,',
    Д: 'D wie Daniel,',
    Е: 'E wie Elena,',
    И: 'I wie Italien,',
    Л: 'L wie Laura,',
    М: 'M wie Maria,',
    Н: 'N wie Nordpol,',
    П: 'P wie Peter,',
    Р: 'R wie Robert,',
    С: 'S wie Sofia,',
    У: 'U wie Ute,',
    Ф: 'F wie Frank,',
    Ц: 'Z wie Zar,',
    Ж: 'Sch wie Schiwko,',
    Я: 'J A wie Jana,',
  },
  number: (number) => (number >= 1_000 ? `${counted(number / 1_000)}tausend` : below(number)),
  isJoined: () => false,
  toWindow: (window) => `an Schalter ${window}.`,
  toRoom: (room) => `zu Zimmer ${room}.`,
  sentences: {
    call: ['number', '{letter}', '{number}', 'please', '{place}'],
    lastCall: ['last-call', '{letter}', '{number}', 'please', '{place}'],
    door: ['reception', '{number}', 'please', '{place}'],
  },
}

/** @param number 1–999 */
function below(number: number): string {
  const hundreds = Math.floor(number / 100)
  const rest = number % 100
  return `${hundreds === 0 ? '' : `${counted(hundreds)}hundert`}${belowHundred(rest)}`
}

/** @param number 0–99 */
function belowHundred(number: number): string {
  if (number < 20) return ONES[number] ?? ''
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return ones === 0 ? (TENS[tens] ?? '') : `${counted(ones)}und${TENS[tens]}`
}

/** Before what is counted one says „ein“. */
function counted(number: number): string {
  return number === 1 ? 'ein' : below(number)
}
