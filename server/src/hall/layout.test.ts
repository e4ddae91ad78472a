import { describe, expect, test } from 'vitest'
import { wrap } from './layout.ts'

const letters = (text: string) => text.length

describe('A line of text', () => {
  test('is broken between words', () => {
    expect(wrap('Моля, изчакайте номерът Ви', 15, letters)).toEqual(['Моля, изчакайте', 'номерът Ви'])
  })

  test('is never broken at a no-break space, so that a label stays in one piece', () => {
    expect(wrap('номер Г\u00a0014 е', 10, letters)).toEqual(['номер', 'Г\u00a0014 е'])
  })

  test('is broken inside a word only where the word is longer than a line', () => {
    expect(wrap('в непротивоконституционен ред', 10, letters)).toEqual([
      'в',
      'непротивок',
      'онституцио',
      'нен ред',
    ])
  })

  test('keeps every letter', () => {
    const text = 'Посетителите, които вече са в центъра, ще бъдат обслужени'
    for (const width of [1, 3, 7, 12, 40, 100])
      expect(wrap(text, width, letters).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
  })
})
