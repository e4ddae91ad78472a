import { describe, expect, test } from 'vitest'
import { refuse, Rejection, type Refusal } from './rejections.ts'
import { dateBg, dateEn, rejection } from './words/rejections.ts'

describe('A refusal', () => {
  test('names in both languages what is wrong and what to do', () => {
    expect(rejection(refuse('window-busy', { window: 3, label: 'Г 014' }))).toEqual({
      code: 'window-busy',
      message: {
        bg: 'На гише 3 е номер Г 014. Първо приключете с него.',
        en: 'Number Г 014 is at window 3. Finish with it first.',
      },
    })
  })

  test('of a day off names the next working day, where there is one', () => {
    const why = { bg: 'събота', en: 'Saturday' }
    expect(rejection(refuse('closed-day', { why, next: '2026-11-30' })).message).toEqual({
      bg: 'Днес центърът не работи: събота. Следващ работен ден: 30.11.2026 г.',
      en: 'The centre is closed today: Saturday. Next working day: 30 November 2026.',
    })
    expect(rejection(refuse('closed-day', { why, next: null })).message.en).toBe(
      'The centre is closed today: Saturday.',
    )
  })

  test('of a malformed request names the field, and no other refusal has one', () => {
    expect(
      rejection(
        refuse('malformed', {
          field: 'window',
          problem: { bg: 'трябва да е число', en: 'must be a number' },
        }),
      ),
    ).toMatchObject({
      field: 'window',
    })
    expect(rejection(refuse('not-allowed', {}))).not.toHaveProperty('field')
  })

  test.each<[Refusal, string, string]>([
    [
      refuse('last-window-for-service', { window: 3, service: { bg: 'Скица', en: 'Plan' }, waiting: 1 }),
      '(чакащи: 1)',
      '(waiting: 1)',
    ],
    [refuse('recall-limit', { label: 'Г 014', limit: 1 }), '(повторни повиквания: 1)', '(calls again: 1)'],
    [refuse('undo-too-late', { seconds: 1 }), 'до 1 сек.', 'within 1 s '],
    [
      refuse('beyond-horizon', { date: '2027-11-24', weeks: 1 }),
      '(най-много седмици напред: 1)',
      '(weeks ahead, at most: 1)',
    ],
  ])('counts so that one is as right as many: %o', (refusal, bg, en) => {
    const { message } = rejection(refusal)
    expect(message.bg).toContain(bg)
    expect(message.en).toContain(en)
  })

  test.each<Refusal>([
    refuse('unknown-code', {}),
    refuse('too-soon', { label: 'Г 014', seconds: 7 }),
    refuse('last-window-for-service', { window: 3, service: { bg: 'Скица', en: 'Plan' }, waiting: 2 }),
    refuse('undo-too-late', { seconds: 30 }),
  ])('fits the wire: %o', (refusal) => {
    expect(Rejection.parse(rejection(refusal))).toEqual(rejection(refusal))
  })
})

test('A date is written as each language writes it', () => {
  expect([dateBg('2026-11-05'), dateEn('2026-11-05')]).toEqual(['05.11.2026 г.', '5 November 2026'])
})
