import { expect, test } from 'vitest'
import { footTurns } from './foot-turns.ts'
import { fittedFont } from './sayings.ts'

const slot = { width: 1600, height: 110, font: 88, line: 1.12 }
const phase = { bg: 'Отворено до 17:00 ч.', en: 'Open until 17:00' }
const wait = (letter: string) =>
  ({ letter, wait: { state: 'estimated', from: 15, to: 25, basis: 'futures' } }) as const

test('the foot of a board read from afar says the phase and the waits one after another, each whole', () => {
  const turns = footTurns(
    { said: [], phase, waiting: 9, left: null, letters: [wait('Г'), wait('М'), wait('У')] },
    slot,
  )
  expect(turns.map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual([
    'Отворено до 17:00 ч.',
    'Open until 17:00',
    'Чакащи: 9',
    'Чакане, мин.: Г 15–25 · М 15–25',
    'Чакане, мин.: У 15–25',
  ])
})

test('what everyone must know is said alone, in both languages', () => {
  const closing = { bg: 'Ще бъдете обслужени до 19:00 часа', en: 'You will be served by 19:00' }
  expect(footTurns({ said: [closing], phase, waiting: 9, left: null, letters: [wait('Г')] }, slot)).toEqual([
    { text: closing.bg, language: 'bg' },
    { text: closing.en, language: 'en' },
  ])
})

test('a short word stands in the size that the distance asks for, a sentence in the largest that fits', () => {
  expect(fittedFont(['Отворено до 17:00 ч.'], slot)).toBe(88)
  const sentence =
    'Посетителите, които вече са в центъра, ще бъдат обслужени, но не по-късно от 19:00 ч. днес'
  expect(fittedFont([sentence], slot)).toBeGreaterThan(40)
  expect(fittedFont([sentence], { ...slot, height: 220 })).toBeGreaterThan(60)
})

test('no wait on the board reaches past the limit of the day', () => {
  const texts = (left: number) =>
    footTurns({ said: [], phase, waiting: 9, left, letters: [wait('Г')] }, slot).map(({ text }) => text)
  expect(texts(120).at(-1)).toContain('15–25')
  expect(texts(20).at(-1)).toContain('≥\u00a015')
  expect(texts(10).at(-1)).toContain('≥\u00a010')
})
