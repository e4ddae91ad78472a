import { expect, test } from 'vitest'
import type { ServiceId } from '#shared/ids.ts'
import { DayFace } from '#shared/views.ts'
import type { WaitState } from '#shared/waits.ts'
import { expectedOf } from './expected.ts'

const day = DayFace.parse({
  date: '2026-11-25',
  zone: 'Europe/Sofia',
  phase: 'open',
  opensAt: '2026-11-25T06:30:00.000Z',
  closesAt: '2026-11-25T15:00:00.000Z',
  limitAt: '2026-11-25T17:00:00.000Z',
  why: null,
  next: null,
})
const told = (from: number, to: number): WaitState => ({ state: 'estimated', from, to, basis: 'futures' })
const service = (ahead: number, ordinary: WaitState) => ({
  service: `service-${ahead}` as ServiceId, // as an office would name it
  ahead,
  ordinary,
  priority: ordinary,
  beforeLimit: null,
})
const at = (clock: string) => Date.parse(`2026-11-25T${clock}:00.000Z`)

test('beside the wait of a kind stand those ahead in the services that it is told of, from the fewest to the most', () => {
  const kind = [
    service(3, told(15, 25)),
    service(1, told(5, 10)),
    service(2, told(10, 15)),
    service(7, { state: 'no-window' }),
  ]
  expect(expectedOf(kind, told(5, 25), day, at('08:00'))).toMatchObject({
    ahead: '1–3',
    figure: { bg: '5–25\u00a0мин.' },
  })
  expect(expectedOf(kind.slice(0, 1), told(15, 25), day, at('08:00'))).toMatchObject({ ahead: '3' })
})

test('near the limit of the day it is still said who is ahead, as on the page of the service, and no time that cannot come true', () => {
  expect(expectedOf([service(9, told(150, 180))], told(150, 180), day, at('15:00'))).toEqual({
    ahead: '9',
    figure: null,
  })
})

test('nothing is foreseen where no window is open, or before anything was worked out', () => {
  const closed = { state: 'no-window' } as const
  expect(expectedOf([service(0, closed)], closed, day, at('08:00'))).toBeNull()
  expect(expectedOf([], undefined, day, at('08:00'))).toBeNull()
})
