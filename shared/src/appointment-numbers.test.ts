import { expect, test } from 'vitest'
import { appointmentNumber, countOf, parseAppointmentNumber } from './appointment-numbers.ts'
import { AppointmentNumber } from './ids.ts'

test.each([
  [1, 'ПД-0001'],
  [147, 'ПД-0147'],
  [9_999, 'ПД-9999'],
  [10_000, 'ПД-10000'],
])('The %i. appointment is %s', (count, expected) => {
  expect(appointmentNumber(count)).toBe(expected)
  expect(AppointmentNumber.parse(appointmentNumber(count))).toBe(expected)
  expect(countOf(appointmentNumber(count))).toBe(count)
})

test.each(['ПД-0147', 'пд 147', 'Пд147', 'PD-147', 'pd 0147', '147', ' 0147 ', 'ПД–147', 'ПД № 147'])(
  'A person who types %j means ПД-0147',
  (typed) => {
    expect(parseAppointmentNumber(typed)).toBe('ПД-0147')
  },
)

test.each(['', 'ПД-', 'Г 014', 'ПД-0', '0', 'ПД-14a', '1 2'])(
  '%j is no number of an appointment',
  (typed) => {
    expect(parseAppointmentNumber(typed)).toBeNull()
  },
)
