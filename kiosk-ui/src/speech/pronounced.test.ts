import { expect, test } from 'vitest'
import { pronounced } from './pronounced.ts'
import { sentences } from './sentences.ts'

test('what is short for the eye is said whole', () => {
  expect(pronounced('Очаквано време: 10–20\u00a0мин', 'bg')).toBe('Очаквано време: 10 до 20 минути')
  expect(pronounced('Центърът отваря в 08:30\u00a0ч.', 'bg')).toBe('Центърът отваря в 8 и 30 часа.')
  expect(pronounced('не по\u2011късно от 19:00 часа.', 'bg')).toBe('не по-късно от 19 часа.')
  expect(pronounced('Издаден на 25.11.2026 г. в 10:15\u00a0ч.', 'bg')).toBe(
    'Издаден на 25 ноември 2026 година в 10 и 15 часа.',
  )
  expect(pronounced('Бърза, 5,11 €, 1 ден', 'bg')).toBe('Бърза, 5 евро и 11 цента, 1 ден')
  expect(pronounced('Отворени гишета: №\u00a03,\u00a05', 'bg')).toBe('Отворени гишета: номер 3, 5')
  expect(pronounced('след 5 сек.', 'bg')).toBe('след 5 секунди.')
  expect(pronounced('€5.11, open from 08:30, 10–20\u00a0min, No.\u00a03', 'en')).toBe(
    '5 euros and 11 cents, open from 8 30, 10 to 20 minutes, number 3',
  )
  expect(pronounced('5,11 €, ab 08:30\u00a0Uhr, 10–20\u00a0Min.', 'de')).toBe(
    '5 Euro 11, ab 8 Uhr 30, 10 bis 20 Minuten.',
  )
})

test('a unit that ends its sentence leaves the stop behind', () => {
  expect(pronounced('Издаден в 10:15\u00a0ч. Чакащи: 5 мин. Моля', 'bg')).toBe(
    'Издаден в 10 и 15 часа. Чакащи: 5 минути. Моля',
  )
})

test('a ticket’s number is said without its zeros, its letter by a name that cannot be mistaken', () => {
  expect(pronounced('Вашият номер е Г\u00a0014', 'bg')).toBe('Вашият номер е гъ 14')
  expect(pronounced('М 1000', 'bg')).toBe('мъ 1000')
})

test('what is long is said in sentences, each in its own language, none too long for the voice', () => {
  const long = 'Това е едно доста дълго изречение за гласа. '.repeat(20)
  const said = sentences([
    { text: 'Ihre Nummer ist', lang: 'de' },
    { text: 'Г\u00a0014.', lang: 'bg' },
    { text: long, lang: 'bg' },
  ])
  expect(said.slice(0, 2)).toEqual([
    { text: 'Ihre Nummer ist', language: 'de' },
    { text: expect.stringMatching(/^гъ 14\. Това/), language: 'bg' },
  ])
  expect(Math.max(...said.map(({ text }) => text.length))).toBeLessThanOrEqual(300)
  expect(said.map(({ text }) => text).join(' ')).toBe(`Ihre Nummer ist гъ 14. ${long.trim()}`)
})
