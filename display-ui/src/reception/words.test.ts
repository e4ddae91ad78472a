import { expect, test } from 'vitest'
import { appointmentNumber } from '#shared/appointment-numbers.ts'
import { LocalTime } from '#shared/ids.ts'
import { begins, comeTo } from './words.ts'

test('the door tells a time as its own clock beside it does, and as the board and the kiosk do', () => {
  expect(begins('08:30')).toEqual({
    bg: 'Приемът започва в 08:30\u00a0ч.',
    en: 'The reception begins at 08:30',
  })
  expect(comeTo({ number: appointmentNumber(1), time: LocalTime.parse('08:45'), room: '207' }).en).toBe(
    'ПД-0001, 08:45, please come to room 207',
  )
})
