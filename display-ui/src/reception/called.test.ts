import { expect, test } from 'vitest'
import { AppointmentNumber, LocalTime, OfficialId } from '#shared/ids.ts'
import { instant, iso } from '#shared/instant.ts'
import type { HallView } from '#shared/views.ts'
import { QUARTER_PAST_TEN } from '../fixtures.ts'
import { calledToDoors } from './called.ts'

type Call = HallView['reception']['calls'][number]

function call(id: number, secondsAgo: number, state: Call['state']): Call {
  return {
    id,
    number: AppointmentNumber.parse(`ПД-${String(id).padStart(4, '0')}`),
    official: OfficialId.parse('mayor'),
    post: { bg: 'Кмет', en: 'Mayor' },
    time: LocalTime.parse('09:15'),
    room: '204',
    at: iso(instant(QUARTER_PAST_TEN - secondsAgo * 1_000)),
    times: 1,
    state,
  }
}

test('whoever is called stands on the board until received, and for a moment afterwards', () => {
  const calls = [call(3, 5, 'done'), call(2, 90, 'called'), call(1, 300, 'done')]
  expect(calledToDoors(calls, QUARTER_PAST_TEN).map(({ id }) => id)).toEqual([3, 2])
})

test('no more than three stand side by side, the newest first', () => {
  const calls = [9, 8, 7, 6].map((id) => call(id, 60, 'called'))
  expect(calledToDoors(calls, QUARTER_PAST_TEN).map(({ id }) => id)).toEqual([9, 8, 7])
})
