import { describe, expect, test } from 'vitest'
import { appointmentSlip, type AppointmentFacts } from '#server/hall/appointment-slip.ts'
import { openDrawing } from '#server/hall/drawing.ts'
import { testPage } from '#server/hall/test-page.ts'
import { ticketSlip, type TicketFacts } from '#server/hall/ticket-slip.ts'
import { PrinterId } from '#shared/printing.ts'
import { officeTime, pernik } from '../harness/settings.ts'
import { blackness, codeOn, isLikeGolden } from './sheet.ts'

const draw = openDrawing()
const office = pernik()
const service = office.services.find(({ id }) => id === 'heirs-certificate')

const facts: TicketFacts = {
  label: 'Г 014',
  service: service?.name ?? { bg: '', en: '' },
  priority: false,
  language: 'bg',
  issuedAt: officeTime('2026-11-25T10:15'),
  date: '2026-11-25',
  zone: 'Europe/Sofia',
  ahead: 5,
  wait: { from: 10, to: 20 },
  limitAt: officeTime('2026-11-25T19:00'),
  windows: [2, 3],
  documents: service?.documents ?? [],
  closing: null,
  address: 'https://gishe.pernik.bg/t#pernik/Ab3dEf6hIj9kLm2n',
  office,
  training: false,
  copiedAt: null,
}

const slips: Readonly<Record<string, readonly [TicketFacts, number]>> = {
  'ticket-80': [facts, 576],
  'ticket-58': [facts, 384],
  'ticket-english-58': [{ ...facts, language: 'en', priority: true, label: 'М 1000' }, 384],
  'ticket-german-80': [{ ...facts, language: 'de', priority: true }, 576],
  'copy-near-closing-80': [
    {
      ...facts,
      wait: null,
      ahead: null,
      windows: [],
      closing: { closes: '17:00', limit: '19:00' },
      copiedAt: officeTime('2026-11-25T16:20'),
      training: true,
    },
    576,
  ],
}

describe.each(Object.entries(slips))('The paper %s', (name, [of, width]) => {
  const sheet = draw(ticketSlip(of), width)

  test('looks as it did when it was looked at', () => {
    expect(isLikeGolden(name, sheet)).toBe(true)
  })

  test('leads a phone to the ticket', () => {
    expect(codeOn(sheet)).toBe(of.address)
  })

  test('is at most 31 cm long, and three quarters of it white', () => {
    expect(sheet.height / 8).toBeLessThan(310)
    expect(blackness(sheet)).toBeLessThan(0.25)
  })
})

const appointment: AppointmentFacts = {
  number: 'ПД-0147',
  code: 'Ab3dEf6hIj9kLm2n',
  language: 'bg',
  date: '2026-12-02',
  time: '09:15',
  post: { bg: 'Заместник-кмет', en: 'Deputy mayor' },
  room: '204',
  address: 'https://gishe.pernik.bg/t#pernik/appointment/Ab3dEf6hIj9kLm2n',
  office,
  training: false,
}

describe.each(
  Object.entries({
    'appointment-80': [appointment, 576],
    'appointment-listed-english-58': [{ ...appointment, language: 'en', time: null }, 384],
  } as Readonly<Record<string, readonly [AppointmentFacts, number]>>),
)('The slip %s', (name, [of, width]) => {
  const sheet = draw(appointmentSlip(of), width)

  test('looks as it did when it was looked at', () => {
    expect(isLikeGolden(name, sheet)).toBe(true)
  })

  test('leads a phone, and the kiosk’s reader, to the appointment', () => {
    expect(codeOn(sheet)).toBe(of.address)
  })
})

test('A test page shows every letter, and its code can be read', () => {
  const printer = {
    id: PrinterId.parse('kiosk-1'),
    name: { bg: 'Принтер на входа', en: 'Printer at the entrance' },
    connection: { kind: 'network', host: '10.0.0.5', port: 9100 },
    paper: 80,
    mode: { kind: 'raster' },
    answers: true,
    confirms: true,
    cuts: true,
  } as const
  const page = testPage({
    printer,
    municipality: 'Община Перник',
    date: '2026-11-25',
    at: officeTime('2026-11-25T10:15'),
    zone: 'Europe/Sofia',
    address: 'http://10.0.0.2:8080/',
  })

  expect(isLikeGolden('test-page-80', draw(page, 576))).toBe(true)
  expect(codeOn(draw(page, 576))).toBe('http://10.0.0.2:8080/')
  expect(codeOn(draw(page, 384))).toBe('http://10.0.0.2:8080/')
})

test('A ticket tells no wait that lies past the limit of the day: it says that the turn may not come', () => {
  const late = { ...facts, issuedAt: officeTime('2026-11-25T16:59:59'), wait: { from: 570, to: 630 } }
  const said = JSON.stringify(ticketSlip(late).blocks)
  expect(said).not.toMatch(/570|630/)
  expect(said).toContain('Възможно е редът Ви да не дойде до 19:00\u00a0ч.')
  expect(JSON.stringify(ticketSlip({ ...late, wait: { from: 100, to: 150 } }).blocks)).toContain(
    '100\u00a0мин. или повече',
  )
})

test('A ticket sends whoever missed the call to a person, and to no window that an office may not have', () => {
  for (const language of ['bg', 'en', 'de'] as const) {
    const said = JSON.stringify(ticketSlip({ ...facts, language }).blocks)
    expect(said).toContain('Ако пропуснете реда си, обърнете се към служител')
    expect(said).not.toMatch(/„Информация“|Information window/)
  }
})

test('A ticket says what it must, in Bulgarian alone or beside its own language', () => {
  const said = (of: TicketFacts) => JSON.stringify(ticketSlip(of).blocks)
  const near = { ...facts, closing: { closes: '17:00', limit: '19:00' } }
  const parts = [
    'Г\u00a0014',
    'Удостоверение за наследници',
    '25.11.2026 г. в 10:15',
    'Чакащи пред Вас',
    'Очаквано време за изчакване',
    '10–20\u00a0мин.',
    'гишета 2, 3',
    'таблото',
    'подгответе документите си',
    'не по-късно от 19:00',
    '076/684283',
    'obshtina@pernik.bg',
    'www.pernik.bg',
  ]
  for (const part of parts) expect(said(near)).toContain(part)
  expect(said(near)).not.toMatch(/[A-Z][a-z]+ (of|the|your)/)

  const english = said({ ...near, language: 'en' })
  for (const part of [
    'Certificate of heirs',
    'Удостоверение за наследници',
    'People ahead of you',
    '10–20\u00a0min',
  ])
    expect(english).toContain(part)
  expect(said({ ...facts, wait: null })).not.toContain('Очаквано')
  expect(said(facts)).not.toContain('19:00')
})
