import { expect, test } from 'vitest'
import { actorWords, factsOf, isAbout, labelOf, sentenceOf, type LogRecord } from './log-record.ts'

const services = new Map([['heirs', { bg: 'Удостоверение за наследници', en: 'Certificate of heirs' }]])
const record = (type: string, body: LogRecord['body']): LogRecord => ({
  version: 1,
  at: '2026-11-25T08:15:00.000Z',
  actor: { kind: 'staff', id: 'clerk3' },
  type,
  body,
})

test('a call is told with the reason for which it was made', () => {
  const called = record('ticket-called', {
    label: 'Г 014',
    window: 3,
    reason: { kind: 'longest-wait', waitedMs: 720_000, among: 5 },
  })
  expect(sentenceOf(called, services)?.bg).toBe(
    'Повикване на гише 3. Чака най-дълго от чакащите за това гише (12 мин.; чакащи: 5).',
  )
  expect(labelOf(called)).toBe('Г 014')
})

test('what ends a step says how it ended, where more was said than that it was served', () => {
  const added = { label: 'Г 014', window: 3, service: 'heirs' }
  expect(sentenceOf(record('service-added', { ...added, outcome: 'fee-paid' }), services)?.bg).toBe(
    'Още една услуга на гише 3: Удостоверение за наследници; преди това: платена такса',
  )
  expect(sentenceOf(record('service-added', { ...added, outcome: 'served' }), services)?.bg).toBe(
    'Още една услуга на гише 3: Удостоверение за наследници',
  )
  const sent = { ...added, toWindow: 5, comeBack: false }
  expect(sentenceOf(record('ticket-transferred', { ...sent, outcome: 'information' }), services)?.en).toBe(
    'Transferred from window 3: Certificate of heirs, window 5; before it: information given',
  )
  expect(sentenceOf(record('ticket-transferred', sent), services)?.en).toBe(
    'Transferred from window 3: Certificate of heirs, window 5',
  )
})

test('a person entered at closing is told as such', () => {
  const issued = record('ticket-issued', {
    label: 'Г 020',
    service: 'heirs',
    priority: false,
    presentAtClosing: true,
  })
  expect(sentenceOf(issued, services)?.en).toBe('Ticket issued: Certificate of heirs, in the hall at closing')
})

test('a ticket that was given without the server is told as such, and so are the numbers kept for it', () => {
  const issued = record('ticket-issued', {
    label: 'Г 801',
    service: 'heirs',
    handedIn: { issuedAt: 1, from: 'kiosk' },
  })
  expect(sentenceOf(issued, services)?.en).toBe('Ticket issued: Certificate of heirs, without connection')
  const blocks = [
    { letter: 'Г', from: 801, to: 830 },
    { letter: 'М', from: 803, to: 803 },
  ]
  expect(sentenceOf(record('numbers-held', { blocks, found: false }), services)?.bg).toBe(
    'Запазени номера за издаване без връзка: Г 801–830, М 803',
  )
})

test('what befalls an appointment is told with its number, and what befalls the book without one', () => {
  const made = record('appointment-made', { number: 'ПД-0147', code: 'never shown', official: 'mayor' })
  expect(sentenceOf(made, services)?.bg).toBe('ПД-0147: ново записване за приемен ден')
  const late = record('lateness-set', { official: 'mayor', minutes: 10 })
  expect(sentenceOf(late, services)?.en).toBe('How late the reception runs was changed')
})

test('the log is searched for a ticket and for an appointment alike', () => {
  const called = record('ticket-called', { label: 'Г 014', window: 3 })
  const made = record('appointment-made', { number: 'ПД-0147', official: 'mayor' })
  const about = (typed: string) => [called, made].map((each) => isAbout(each, typed))
  expect(about('')).toEqual([true, true])
  expect(about('г14')).toEqual([true, false])
  expect(about('пд 147')).toEqual([false, true])
  expect(about('147')).toEqual([false, true])
  expect(about('ПД-0148')).toEqual([false, false])
})

test('a record of a kind this page does not know is shown as written', () => {
  const unknown = record('lamp-lit', { window: 3, colours: ['red', 'green'], where: { wall: 'north' } })
  expect(sentenceOf(unknown, services)).toBeNull()
  expect(factsOf(unknown.body)).toEqual([
    ['window', '3'],
    ['colours', 'red, green'],
    ['where.wall', 'north'],
  ])
})

test('the code of a ticket stays out of the page', () => {
  expect(factsOf({ label: 'Г 014', code: 'secret' })).toEqual([['label', 'Г 014']])
})

test('the clock is named when it closed the hall', () => {
  expect(actorWords({ kind: 'clock' }).en).toBe('the clock')
})
