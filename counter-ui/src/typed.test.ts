import { describe, expect, it } from 'vitest'
import { found, labelMatches } from './typed.ts'

const services = ['Скица', 'Данъчна оценка', 'Адресна регистрация', 'Birth certificate']
const find = (typed: string) => found(typed, services, (name) => [name])

describe('a clerk looks for a service by typing', () => {
  it('finds it by its Bulgarian letters', () => {
    expect(find('ски')).toEqual(['Скица'])
  })
  it('finds it when the phonetic layout was left in Latin', () => {
    expect(find('skica')).toEqual(['Скица'])
  })
  it('finds it when the БДС layout was left in Latin', () => {
    expect(find('iur[d')).toEqual(['Скица'])
  })
  it('finds an English name typed on the Bulgarian phonetic layout', () => {
    expect(find('биртх')).toEqual(['Birth certificate'])
  })
  it('puts names that begin with it before names that only hold it', () => {
    expect(find('а')[0]).toBe('Адресна регистрация')
  })
  it('shows everything before anything is typed', () => {
    expect(find(' ')).toEqual(services)
  })
})

describe('a clerk names a ticket by typing', () => {
  it('knows „Г 014“ by its letter and number, with or without zeros', () => {
    expect(
      ['г14', 'Г 014', 'г 14', 'г-14', 'g14', 'G 014'].map((typed) => labelMatches(typed, 'Г 014')),
    ).toEqual(Array<boolean>(6).fill(true))
  })
  it('knows it by the number alone, as it is being typed', () => {
    expect(['0', '01', '014', '1', '14'].every((typed) => labelMatches(typed, 'Г 014'))).toBe(true)
  })
  it('takes a Latin twin for the letter that looks the same', () => {
    expect(labelMatches('M 3', 'М 003')).toBe(true)
  })
  it('does not take another letter or number for it', () => {
    expect(['м14', '15', 'г15', 'Г 0140'].some((typed) => labelMatches(typed, 'Г 014'))).toBe(false)
  })
})
