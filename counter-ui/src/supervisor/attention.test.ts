import { expect, test } from 'vitest'
import type { QueueService, WaitingTicket } from '#shared/views.ts'
import { attentionOf } from './attention.ts'
import { groupServices, leftWithoutWindow } from './service-group.ts'

const now = Date.parse('2026-11-25T09:00:00.000Z')
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString()

// Plain strings stand for branded ids in these fixtures.
const service = (id: string, given: object) =>
  ({
    id,
    letter: 'Г',
    group: 'civil',
    name: { bg: id, en: id },
    waiting: 0,
    longestSince: null,
    openWindows: [],
    windows: [1],
    onlyWindow: null,
    ...given,
  }) as unknown as QueueService
const ticket = (label: string, minutes: number) =>
  ({ label, issuedAt: minutesAgo(minutes) }) as unknown as WaitingTicket

test('people who wait where no window is open come first', () => {
  const heirs = service('heirs', { waiting: 2 })
  expect(
    attentionOf(
      {
        services: [service('birth', { openWindows: [1] }), heirs],
        order: [ticket('Г 001', 21), ticket('Г 002', 16)],
        standardMinutes: 20,
      },
      now,
    ),
  ).toEqual([
    { kind: 'no-window', letters: [{ letter: 'Г', waiting: 2 }] },
    { kind: 'past-standard', waiting: 1 },
    { kind: 'soon-past-standard', waiting: 1 },
  ])
})

test('a quiet hall asks for nothing', () => {
  expect(
    attentionOf({ services: [service('birth', {})], order: [ticket('Г 001', 3)], standardMinutes: 20 }, now),
  ).toEqual([])
})

test('a letter is told with everything behind it', () => {
  const services = [
    service('birth', { waiting: 2, longestSince: minutesAgo(4), openWindows: [3] }),
    service('heirs', { waiting: 1, longestSince: minutesAgo(9), openWindows: [1, 3] }),
  ]
  const [group] = groupServices(
    services,
    new Map([['civil', { bg: 'Гражданско състояние', en: 'Civil status' }]]),
  )
  expect(group).toMatchObject({ letter: 'Г', waiting: 3, longestSince: minutesAgo(9), openWindows: [1, 3] })
})

test('taking the last open window from people who wait is noticed before it is done', () => {
  const heirs = service('heirs', { waiting: 1, openWindows: [3] })
  const birth = service('birth', { waiting: 1, openWindows: [1, 3] })
  expect(leftWithoutWindow([heirs, birth], 3, new Set())).toEqual([heirs])
  expect(leftWithoutWindow([heirs, birth], 3, new Set(['heirs']))).toEqual([])
})

test('whoever is foreseen to wait past the standard is told before it happens, and only once', () => {
  const view = {
    services: [],
    standardMinutes: 20,
    order: [ticket('Г 001', 3), ticket('Г 002', 18), ticket('Г 003', 1)],
  }
  const late = (label: string) => [label, { late: 'likely' }] as const
  const order = view.order.map((each) => ({ ...each, id: each.label as never }))
  expect(attentionOf({ ...view, order }, now, new Map([late('Г 001'), late('Г 002')]))).toEqual([
    { kind: 'soon-past-standard', waiting: 1 },
    { kind: 'foreseen-past', waiting: 1 },
  ])
})
