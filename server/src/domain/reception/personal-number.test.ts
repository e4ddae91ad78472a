import { expect, test } from 'vitest'
import { holdsPersonalNumber } from './personal-number.ts'

// Numbers made up for the test: a date, three digits, and the digit that checks them.
test.each([
  'ЕГН 7501020018',
  '7501020018',
  'Аз, с ЕГН:7501020018, живея на…',
  '750102 0018',
  '750102-0018',
  '75 01 02 0018',
  'роден 2000: 0041010002',
  'дядо ми, 1899 г.: 9921010007',
])('%j holds one', (text) => {
  expect(holdsPersonalNumber(text)).toBe(true)
})

test.each([
  ['7501020019', 'the last digit does not check'],
  ['7513020018', 'no such month'],
  ['7502300018', 'no such day'],
  ['17501020018', 'eleven digits'],
  ['0888 12 34 56', 'a telephone'],
  ['0898123456', 'a telephone'],
  ['94-00-1234-25', 'a file number'],
  ['на 12.05.2026 г. в 10:30 ч.', 'a date and a time'],
  ['преписка 26-УТ-1234/12.05.2026', 'a file with its date'],
  ['', 'nothing'],
])('%j holds none: %s', (text) => {
  expect(holdsPersonalNumber(text)).toBe(false)
})
