import type { Words } from '../words.ts'

const ONES = [
  '',
  'едно',
  'две',
  'три',
  'четири',
  'пет',
  'шест',
  'седем',
  'осем',
  'девет',
  'десет',
  'единадесет',
  'дванадесет',
  'тринадесет',
  'четиринадесет',
  'петнадесет',
  'шестнадесет',
  'седемнадесет',
  'осемнадесет',
  'деветнадесет',
]
const TENS = [
  '',
  '',
  'двадесет',
  'тридесет',
  'четиридесет',
  'петдесет',
  'шестдесет',
  'седемдесет',
  'осемдесет',
  'деветдесет',
]
const HUNDREDS = [
  '',
  'сто',
  'двеста',
  'триста',
  'четиристотин',
  'петстотин',
  'шестстотин',
  'седемстотин',
  'осемстотин',
  'деветстотин',
]

/** Bulgarian: numbers in the neuter („двадесет и едно“), „и“ before the last word. */
export const words: Words = {
  synthesiser: { voice: 'bg', speed: 145, pitch: 40 },
  phrases: {
    number: 'Номер,',
    please: 'моля, заповядайте',
    'last-call': 'Последно повикване за номер,',
    reception: 'Приемен ден. Номер,',
    'to-room': 'в стая,',
    'see-board': 'Моля, погледнете таблото.',
    and: 'и',
    'number/0': 'нула,',
  },
  letters: {
    А: 'а като Антон,',
    Г: 'гъ като Георги,',
    Д: 'дъ като Димитър,',
    Е: 'е като Елена,',
    И: 'и като Иван,',
    Л: 'лъ като Любомир,',
    М: 'мъ като Мария,',
    Н: 'нъ като Николай,',
    П: 'пъ като Петър,',
    Р: 'ръ като Румен,',
    С: 'съ като Стефан,',
    У: 'у като Урумов,',
    Ф: 'фъ като Филип,',
    Ц: 'цъ като Цветан,',
    Ж: 'жъ като Живко,',
    Я: 'я като Яна,',
  },
  number: (number) => (number >= 1_000 ? thousands(number / 1_000) : joinedByAnd(partsOf(number))),
  isJoined: (rest) => partsOf(rest).length === 1,
  toWindow: (window) => `на гише ${window}.`,
  toRoom: (room) => `в стая ${room}.`,
  sentences: {
    call: ['number', '{letter}', '{number}', 'please', '{place}'],
    lastCall: ['last-call', '{letter}', '{number}', 'please', '{place}'],
    door: ['reception', '{number}', 'please', '{place}'],
  },
}

function thousands(count: number): string {
  return count === 1 ? 'хиляда' : `${joinedByAnd(partsOf(count))} хиляди`
}

function partsOf(number: number): readonly string[] {
  const rest = number % 100
  const parts = [HUNDREDS[Math.floor(number / 100)]]
  if (rest < 20) parts.push(ONES[rest])
  else parts.push(TENS[Math.floor(rest / 10)], ONES[rest % 10])
  return parts.flatMap((part) => (part === undefined || part === '' ? [] : [part]))
}

function joinedByAnd(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(' ')} и ${last}`
}
