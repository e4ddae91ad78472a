import { expect, test } from 'vitest'
import { longDate, money, said, say } from '../client/format.ts'
import { rangeWords } from '../wait-range.ts'
import { dateWords } from './dates.ts'
import { de } from './de.ts'
import { everyLanguage, learn } from './further.ts'
import { rejection } from './rejections.ts'
import { refuse } from '../rejections.ts'

test('a further language is spoken from the moment its words are there, and not before', () => {
  const words = everyLanguage(
    { free: { bg: 'Без такса', en: 'Free of charge' }, time: (at: string) => ({ bg: `${at} ч.`, en: at }) },
    (all) => all.format,
  )
  expect(said(words.free, 'de')).toEqual({ text: 'Free of charge', lang: 'en' })

  learn('de', de)
  expect(said(words.free, 'de')).toEqual({ text: 'Gebührenfrei', lang: 'de' })
  expect(say(words.time('10:15'), 'de')).toBe('10:15\u00a0Uhr')
  expect(say(words.free, 'bg')).toBe('Без такса')
})

test('what the office writes itself is told in the language it is in', () => {
  const service = { bg: 'Скица', en: 'Sketch' }
  expect(said(service, 'de')).toEqual({ text: 'Sketch', lang: 'en' })
  expect(said({ ...service, de: 'Lageplan' }, 'de')).toEqual({ text: 'Lageplan', lang: 'de' })
})

test('dates, money, ranges and the refusals that a visitor meets are German too', () => {
  learn('de', de)
  expect(dateWords('2026-11-25').de).toBe('25. November 2026')
  expect(longDate('2026-11-25', 'de')).toBe('Mittwoch, 25. November 2026')
  expect([money(511, 'de'), money(0, 'de')]).toEqual(['5,11 €', 'Gebührenfrei'])
  expect(say(rangeWords({ from: 10, to: 20 }), 'de')).toBe('10–20\u00a0Min.')
  expect(rejection(refuse('before-opening', { opens: '08:30' })).message.de).toBe(
    'Das Zentrum öffnet um 08:30\u00a0Uhr. Bitte warten Sie.',
  )
})
