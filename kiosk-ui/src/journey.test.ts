import { expect, test } from 'vitest'
import type { CommandBody } from '#shared/commands.ts'
import type { KioskService } from '#shared/views.ts'
import type { AwayTicket } from './away/away-ticket.ts'
import { isTurnedAway, journey, START, type IssuedTicket, type Move, type Place } from './journey.ts'

// Brands of plain strings: the server checks them, these tests only carry them.
const birth = 'birth-certificate' as KioskService['id']
const body: CommandBody<'issue-ticket'> = { service: birth, priority: true, language: 'bg' }
const refusal = { code: 'no-more-tickets', message: { bg: 'Приключи', en: 'Over' } } as const
const service = { id: birth, name: { bg: 'Удостоверение', en: 'Certificate' } } as KioskService
const ticket = { label: 'Г 014' } as IssuedTicket

const chosen: Move = { do: 'open-service', service: birth, group: 'civil', key: 'k1' }

function after(...moves: readonly Move[]): Place {
  return moves.reduce(journey, START)
}

test('three touches lead to a ticket: group, service, ticket', () => {
  const place = after(
    { do: 'open-group', group: 'civil' },
    chosen,
    { do: 'ask', body },
    { do: 'hear-ticket', key: 'k1', ticket, service },
  )
  expect(place).toEqual({ at: 'ticket', ticket, service, priority: false })
})

test('nobody has priority unless they ask for it, and the next service is asked anew', () => {
  const asked = after(chosen, { do: 'choose-priority', priority: true })
  expect(asked).toMatchObject({ priority: true })
  expect(journey(journey(asked, { do: 'back' }), chosen)).toMatchObject({ priority: false })
})

test('while no tickets are given everybody is turned away but who has a ticket, or may have one on its way', () => {
  const given = after(chosen, { do: 'ask', body }, { do: 'hear-ticket', key: 'k1', ticket, service })
  const unanswered = after(chosen, { do: 'ask', body }, { do: 'hear-nothing', key: 'k1', rejection: null })
  expect(
    [START, after(chosen), after(chosen, { do: 'ask', body }), unanswered, given].map(turnedAway),
  ).toEqual([true, true, false, false, false])
  expect(isTurnedAway(START, true)).toBe(false)

  function turnedAway(place: Place): boolean {
    return isTurnedAway(place, false)
  }
})

test('a lost answer keeps the key and what was asked, so that trying again gives one ticket', () => {
  const place = after(chosen, { do: 'ask', body }, { do: 'hear-nothing', key: 'k1', rejection: null })
  expect(place).toMatchObject({ key: 'k1', asking: { step: 'unanswered', body } })
  expect(journey(place, { do: 'choose-priority', priority: false })).toBe(place)
})

test('after a refusal the next try is a new intention', () => {
  const place = after(
    chosen,
    { do: 'ask', body },
    { do: 'hear-refusal', key: 'k1', rejection: refusal, nextKey: 'k2' },
  )
  expect(place).toMatchObject({ key: 'k2', asking: { step: 'refused', rejection: refusal } })
})

test('an answer to someone who has left does not show on the next person’s screen', () => {
  const next = after(chosen, { do: 'ask', body }, { do: 'home' }, { ...chosen, key: 'k2' })
  expect(journey(next, { do: 'hear-ticket', key: 'k1', ticket, service })).toBe(next)
})

test('back leads to the list the person came from, or to the start', () => {
  expect(after(chosen, { do: 'back' })).toEqual({ at: 'group', group: 'civil' })
  expect(after({ ...chosen, group: null }, { do: 'back' })).toBe(START)
})

test('nobody goes back from a request whose answer is not known: its ticket may have been given', () => {
  const sent = after(chosen, { do: 'ask', body })
  const unanswered = journey(sent, { do: 'hear-nothing', key: 'k1', rejection: null })
  expect([sent, unanswered].map((place) => journey(place, { do: 'back' }))).toEqual([sent, unanswered])
})

test('a slip held before the scanner leads to the arrival from anywhere, but never takes a ticket away that is on its way', () => {
  const scan: Move = { do: 'open-arrival', scanned: 'RL0bW2WKz1FY_2AS' }
  expect(journey(START, scan)).toEqual({ at: 'arrival', scanned: 'RL0bW2WKz1FY_2AS' })
  const sent = after(chosen, { do: 'ask', body })
  expect(journey(sent, scan)).toBe(sent)
})

test('without the server a number in store is the ticket, for the person who asked and nobody after them', () => {
  const given = { label: 'Г 801', issuedAt: '2026-11-25T08:15:00.000Z' } as AwayTicket
  const give: Move = { do: 'give', key: 'k1', ticket: given, service, isPrinted: false }
  const asked = after(chosen, { do: 'ask', body })
  expect(journey(asked, give)).toEqual({
    at: 'away-ticket',
    ticket: given,
    service,
    priority: false,
    isPrinted: false,
  })
  const next = after(chosen, { do: 'ask', body }, { do: 'home' }, { ...chosen, key: 'k2' })
  expect(journey(next, give)).toBe(next)
  expect(journey(asked, { do: 'find-none', key: 'k1' })).toMatchObject({ asking: { step: 'none-left' } })
})
