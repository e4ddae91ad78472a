import { expect, test } from 'vitest'
import type { LocalTime, ServiceId } from '#shared/ids.ts'
import { Boards, volumeAt, zonesOf } from './boards.ts'

const quietMorning = [{ from: '08:30' as LocalTime, to: '10:00' as LocalTime, percent: 40 }] // as the schema has them

test('the voice is as loud as the hour says; its end belongs to the next', () => {
  expect(['08:29', '08:30', '09:59', '10:00'].map((time) => volumeAt(quietMorning, time))).toEqual([
    100, 40, 40, 100,
  ])
})

test('a zone shows the calls to its windows, and where it names services only calls for these', () => {
  const { zones } = Boards.parse({
    zones: [
      { id: 'taxes', name: { bg: 'Данъци', en: 'Taxes' }, windows: [3, 4] },
      { id: 'cash', name: { bg: 'Каса', en: 'Cash desk' }, windows: [4], services: ['payment'] },
    ],
  })
  const shownIn = (window: number, service: string) =>
    zonesOf(zones, { window, service: service as ServiceId }) // as the configuration names it
  expect(shownIn(3, 'sketch')).toEqual(['taxes'])
  expect(shownIn(4, 'payment')).toEqual(['taxes', 'cash'])
  expect(shownIn(4, 'sketch')).toEqual(['taxes'])
  expect(shownIn(1, 'payment')).toEqual([])
})

test('an hour that ends before it begins, and two zones of one name, are refused', () => {
  expect(Boards.safeParse({ volumes: [{ from: '10:00', to: '09:00', percent: 10 }] }).success).toBe(false)
  const zone = { id: 'a', name: { bg: 'А', en: 'A' }, windows: [1] }
  expect(Boards.safeParse({ zones: [zone, zone] }).success).toBe(false)
})
