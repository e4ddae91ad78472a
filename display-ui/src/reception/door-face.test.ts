import { expect, test } from 'vitest'
import { AppointmentNumber, LocalTime } from '#shared/ids.ts'
import { instant, iso } from '#shared/instant.ts'
import type { DoorView } from '#shared/views.ts'
import { doorFace } from './door-face.ts'

const at = (time: string) => Date.parse(`2026-11-25T${time}:00.000Z`)
const block = (from: string, to: string, fromUtc: string, toUtc: string) => ({
  from: LocalTime.parse(from),
  to: LocalTime.parse(to),
  startsAt: iso(instant(at(fromUtc))),
  endsAt: iso(instant(at(toUtc))),
})
const wednesday: Pick<DoorView, 'receivesToday' | 'blocks' | 'called' | 'next'> = {
  receivesToday: true,
  blocks: [block('08:30', '12:00', '06:30', '10:00'), block('14:00', '17:00', '12:00', '15:00')],
  called: null,
  next: [],
}

test('before, within, between and after the blocks of a reception day, to the millisecond', () => {
  expect(doorFace(wednesday, at('06:30') - 1)).toEqual({ kind: 'before', from: '08:30' })
  expect(doorFace(wednesday, at('06:30'))).toEqual({ kind: 'waiting' })
  expect(doorFace(wednesday, at('10:00'))).toEqual({ kind: 'between', from: '14:00' })
  expect(doorFace(wednesday, at('15:00'))).toEqual({ kind: 'over' })
})

test('whoever has come is still waited for after the end of the day’s last block', () => {
  const next = [
    {
      number: AppointmentNumber.parse('ПД-0147'),
      time: LocalTime.parse('16:45'),
      expectedAt: iso(instant(at('15:05'))),
      hasArrived: true,
    },
  ]
  expect(doorFace({ ...wednesday, next }, at('15:01'))).toEqual({ kind: 'waiting' })
})

test('a day without reception says so', () => {
  expect(doorFace({ ...wednesday, receivesToday: false, blocks: [] }, at('08:00'))).toEqual({
    kind: 'no-reception',
  })
})
