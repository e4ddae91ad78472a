import type { Words } from '../words.ts'

const ONES = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** English: the letters of the tickets are Cyrillic; they are named by their sound. */
export const words: Words = {
  synthesiser: { voice: 'en-gb', speed: 150, pitch: 40 },
  phrases: {
    number: 'Number,',
    please: 'please come',
    'last-call': 'Last call for number,',
    reception: 'Reception day. Number,',
    'to-room': 'to room,',
    'see-board': 'Please look at the board.',
    and: 'and',
    'number/0': 'nought,',
  },
  letters: {
    А: 'A, as in Anna,',
    Г: 'G, as in garden,',
    Д: 'D, as in Daniel,',
    Е: 'E, as in Elena,',
    И: 'I, as in Italy,',
    Л: 'L, as in London,',
    М: 'M, as in Maria,',
    Н: 'N, as in Nicholas,',
    П: 'P, as in Peter,',
    Р: 'R, as in Robert,',
    С: 'S, as in Sofia,',
    У: 'U, as in Uruguay,',
    Ф: 'F, as in Frank,',
    Ц: 'T S, as in tsar,',
    Ж: 'Z H, as in Zhivko,',
    Я: 'Y A, as in Yana,',
  },
  number: (number) => (number >= 1_000 ? `${below(number / 1_000)} thousand` : below(number)),
  isJoined: (rest) => rest < 100,
  toWindow: (window) => `to window ${window}.`,
  toRoom: (room) => `to room ${room}.`,
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
  const tens =
    rest < 20 ? (ONES[rest] ?? '') : [TENS[Math.floor(rest / 10)], ONES[rest % 10]].filter(Boolean).join('-')
  if (hundreds === 0) return tens
  return rest === 0 ? `${ONES[hundreds]} hundred` : `${ONES[hundreds]} hundred and ${tens}`
}
