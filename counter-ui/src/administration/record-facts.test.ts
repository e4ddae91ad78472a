import { expect, test } from 'vitest'
import { worded, type RecordReader } from './record-facts.ts'

const bg: RecordReader = {
  services: new Map([['heirs', { bg: 'Удостоверение за наследници', en: 'Certificate of heirs' }]]),
  zone: 'Europe/Sofia',
  language: 'bg',
}
const said = (body: Readonly<Record<string, unknown>>, reader = bg) =>
  worded({ body }, reader).map(({ name, value }) => `${name}: ${value}`)

test('what a record holds is told field by field in the language of the page', () => {
  const body = {
    label: 'Г 014',
    code: 'never shown',
    window: 3,
    service: 'heirs',
    toWindow: null,
    comeBack: true,
    outcome: 'application-taken',
  }
  expect(said(body)).toEqual([
    'номер: Г 014',
    'гише: 3',
    'услуга: Удостоверение за наследници',
    'към гише: –',
    'после се връща: да',
    'резултат: прието заявление',
  ])
  expect(said(body, { ...bg, language: 'en' })).toEqual([
    'label: Г 014',
    'window: 3',
    'service: Certificate of heirs',
    'to window: –',
    'comes back: yes',
    'outcome: application taken',
  ])
})

test('an instant is told as date and time, a length of time as a clock counts it, a place in a list from one', () => {
  expect(
    said({
      due: Date.parse('2026-11-25T15:00:00Z'),
      reason: { waitedMs: 720_000 },
      next: { date: '2026-11-26' },
      blocks: [{ letter: 'Г' }, { letter: 'М' }],
    }),
  ).toEqual([
    'дължимо на: 25.11.2026 г. 17:00:00',
    'причина · чакане: 12:00',
    'следващо отваряне · дата: 26.11.2026 г.',
    'поредици · 1 · буква: Г',
    'поредици · 2 · буква: М',
  ])
})

test('the settings and the reception book of a day’s first record are read in the record as it is kept', () => {
  expect(said({ date: '2026-11-25', settings: { windows: [] }, reception: { number: 7 } })).toEqual([
    'дата: 25.11.2026 г.',
    'настройки: вижте записа, както се пази',
    'приемни дни: вижте записа, както се пази',
  ])
})
