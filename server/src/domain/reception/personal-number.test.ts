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
  '750101.0010',
  '750101/0010',
  '750101–0010',
  '750101 — 0010',
  '750101\u00A0\u20110010',
  '750101  0010',
  '7501 0100 10',
  '7501.0100.10',
  '75 01 01 00 10',
  '75-01-01- 00 -10',
  '75.01.01/0010',
  '750101 00 10',
  '750 101 0010',
  '7501 010 010',
  '75010 10010',
  'ап. 12 7501010010',
  '750101 0010 5',
  'на 12.05.26 7501 0100 10',
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
  ['12.05.2026 15', 'a date and a number, whose digits would check'],
  ['12.05.2026 — 15', 'a date and a number, whose digits would check'],
  ['на 12.05.26 10.32 ч.', 'a date and an hour, whose digits would check'],
  ['12-05-26 - 10/32', 'a date and a file number, whose digits would check'],
  ['94-12-1234-24', 'a file number, whose digits would check'],
  ['2012-2026 13', 'years and a number, whose digits would check'],
  ['7 501 010 010 лв.', 'an amount, whose digits would check'],
  ['750 101,00 10', 'an amount and a number, whose digits would check'],
  ['750101 .. - 0010', 'too far apart'],
  ['750101\n0010', 'two lines'],
  ['17501 0100 10', 'eleven digits'],
  ['+359 888 123 456', 'a telephone'],
  ['0888 123 456', 'a telephone'],
  ['08 88 12 34 56', 'a telephone'],
  ['076/68-42-83', 'a telephone'],
  ['', 'nothing'],
])('%j holds none: %s', (text) => {
  expect(holdsPersonalNumber(text)).toBe(false)
})
