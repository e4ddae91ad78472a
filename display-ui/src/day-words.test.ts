import { describe, expect, test } from 'vitest'
import type { Iso } from '#shared/instant.ts'
import type { LocalDate } from '#shared/ids.ts'
import type { DayFace } from '#shared/views.ts'
import { daySays, notice, notices, phaseWords } from './day-words.ts'

const day: DayFace = {
  date: '2026-11-25' as LocalDate, // brands over plain strings, here and below
  zone: 'Europe/Sofia',
  phase: 'open',
  opensAt: '2026-11-25T06:30:00.000Z' as Iso,
  closesAt: '2026-11-25T15:00:00.000Z' as Iso,
  limitAt: '2026-11-25T17:00:00.000Z' as Iso,
  why: null,
  next: { date: '2026-11-26' as LocalDate, opensAt: '2026-11-26T06:30:00.000Z' as Iso },
}

describe('what the centre says of its day', () => {
  test('nothing while people are called', () => {
    expect(daySays({ day, unserved: 0 })).toBeNull()
    expect(daySays({ day: { ...day, phase: 'finishing' }, unserved: 0 })).toBeNull()
  })

  test('on a day off: why, and when it opens next', () => {
    const says = daySays({
      day: { ...day, phase: 'closed-day', why: { bg: 'Коледа', en: 'Christmas' } },
      unserved: 0,
    })
    expect(says?.title.bg).toBe('Днес центърът не работи')
    expect(says?.lines.map((line) => line.bg)).toEqual([
      'Коледа',
      'Следващ работен ден: четвъртък, 26.11.2026 г., от 08:30\u00a0ч.',
    ])
  })

  test('in the morning: when it opens', () => {
    expect(daySays({ day: { ...day, phase: 'before-opening' }, unserved: 0 })?.title).toEqual({
      bg: 'Центърът отваря в 08:30\u00a0ч.',
      en: 'The centre opens at 08:30',
    })
  })

  test('it apologises to those whom the limit left unserved, and names the next opening', () => {
    const says = daySays({ day: { ...day, phase: 'closed' }, unserved: 2 })
    expect(says?.title.bg).toBe('Извиняваме се за загубеното време')
    expect(says?.lines.at(-1)?.en).toMatch(/^Next working day: Thursday,? 26 November 2026, from 08:30$/)
  })

  test('it does not apologise when everyone was served', () => {
    expect(daySays({ day: { ...day, phase: 'closed' }, unserved: 0 })?.title.bg).toBe('Центърът е затворен')
  })
})

test('after closing the hall is told until when it will be served', () => {
  expect(notice({ ...day, phase: 'finishing' })?.bg).toBe(
    'Посетителите, които вече са в центъра, ще бъдат обслужени, но не по-късно от 19:00 часа',
  )
  expect(phaseWords({ ...day, phase: 'finishing' }).bg).toBe('Довършване до 19:00\u00a0ч.')
})

test('changed hours are told all day, with the reason', () => {
  expect(notice({ ...day, why: { bg: 'жега', en: 'heat wave' } })?.bg).toBe(
    'Работно време днес: 08:30–17:00\u00a0ч. · жега',
  )
})

describe('what the supervisor puts on the boards', () => {
  const posted = {
    id: '1',
    text: { bg: 'Асансьорът не работи', en: 'The lift is out of order' },
    from: '2026-11-25T08:00:00.000Z' as Iso,
    until: '2026-11-25T09:00:00.000Z' as Iso,
  }
  const at = (time: string, phase: DayFace['phase'] = 'open') =>
    notices({ day: { ...day, phase }, notices: [posted] }, Date.parse(`2026-11-25T${time}Z`)).map(
      ({ bg }) => bg,
    )

  test('stands there from its beginning until before its end', () => {
    expect(at('07:59:59.999')).toEqual(['Моля, подгответе документите си'])
    expect(at('08:00:00.000')).toEqual(['Асансьорът не работи'])
    expect(at('08:59:59.999')).toEqual(['Асансьорът не работи'])
    expect(at('09:00:00.000')).toEqual(['Моля, подгответе документите си'])
  })

  test('never takes the place of until when those inside are served', () => {
    expect(at('08:30:00.000', 'finishing')).toHaveLength(2)
  })
})
