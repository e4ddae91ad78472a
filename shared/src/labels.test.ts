import fc from '../../tests/support/random.ts'
import { describe, expect, test } from 'vitest'
import { label, LETTERS, parseLabel, printed } from './labels.ts'

describe('A label', () => {
  test('is the letter and at least three digits', () => {
    expect([1, 14, 999].map((number) => label('Г', number))).toEqual(['Г 001', 'Г 014', 'Г 999'])
  })

  test('after 999 has four', () => {
    expect([1000, 1001, 12345].map((number) => label('Г', number))).toEqual(['Г 1000', 'Г 1001', 'Г 12345'])
  })

  test('is printed in one piece, with a space that never breaks', () => {
    expect(printed('Г 014')).toBe('Г\u00A0014')
  })
})

describe('The letters', () => {
  test('are Cyrillic capitals, and none twice', () => {
    expect(LETTERS.join('')).toMatch(/^[А-Я]+$/)
    expect(new Set(LETTERS).size).toBe(LETTERS.length)
  })

  test('are none that the eye takes for a digit or for another letter', () => {
    expect(LETTERS.filter((letter) => 'БЗОЧВЙШЩЪЬ'.includes(letter))).toEqual([])
  })

  test.each(['ГКХ', 'ДТ', 'ЖШ', 'ЮУ'])('are at most one of those that sound alike: %s', (pair) => {
    expect(LETTERS.filter((letter) => pair.includes(letter)).length).toBeLessThanOrEqual(1)
  })
})

describe('A label as a person types it', () => {
  test.each([
    ['Г 014', 'Г 014'],
    ['г014', 'Г 014'],
    ['г 14', 'Г 014'],
    ['  Г14  ', 'Г 014'],
    ['Г-014', 'Г 014'],
    ['г – 14', 'Г 014'],
    ['Г\u202F014', 'Г 014'],
    ['Г\u00A0014', 'Г 014'],
    ['Г 00014', 'Г 014'],
    ['г1000', 'Г 1000'],
    ['Я 12345', 'Я 12345'],
  ])('„%s“ is %s', (typed, canonical) => {
    expect(parseLabel(typed)).toBe(canonical)
  })

  test('may have the Latin twin of a letter, capital or small', () => {
    const twins = 'ABEKMHOPCTYX'
    const cyrillic = 'АВЕКМНОРСТУХ'
    expect(twins.split('').map((letter) => parseLabel(`${letter}7`))).toEqual(
      cyrillic.split('').map((letter) => `${letter} 007`),
    )
    expect(
      twins
        .toLowerCase()
        .split('')
        .map((letter) => parseLabel(`${letter}7`)),
    ).toEqual(cyrillic.split('').map((letter) => `${letter} 007`))
  })

  test.each(['', 'Г', '014', 'Г 123456', 'ГГ 014', 'Г 0 1 4', 'Г 014а', 'Г.014'])('„%s“ is none', (typed) => {
    expect(parseLabel(typed)).toBeNull()
  })

  test('is read back from every label that is given', () => {
    const labels = fc.tuple(fc.constantFrom(...LETTERS), fc.integer({ min: 1, max: 99_999 }))
    fc.assert(
      fc.property(labels, ([letter, number]) => {
        const given = label(letter, number)
        for (const typed of [
          given,
          printed(given),
          given.toLowerCase(),
          given.replace(' ', ''),
          ` ${given.replace(' ', ' - ')} `,
        ]) {
          expect(parseLabel(typed)).toBe(given)
        }
      }),
    )
  })
})
