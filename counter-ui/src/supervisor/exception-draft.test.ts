import { expect, test } from 'vitest'
import { bodyOf, emptyDraft, gapsOf, touches, type ExceptionDraft } from './exception-draft.ts'

const heat: ExceptionDraft = {
  ...emptyDraft,
  from: '2026-07-20',
  span: 'until-revoked',
  kind: 'hours',
  opens: '07:00',
  closes: '14:00',
  order: ' РД-01-123/2026 ',
  bg: 'горещини',
  en: 'heat wave',
}

test('an order without its number or its reason in both languages is not ready', () => {
  expect(gapsOf({ ...heat, order: ' ', en: '' })).toEqual(['order', 'en'])
  expect(gapsOf(heat)).toEqual([])
})

test('only the fields that the kind of change needs are asked for', () => {
  expect(gapsOf({ ...emptyDraft, kind: 'hours', span: 'to' })).toEqual([
    'from',
    'to',
    'opens',
    'closes',
    'order',
    'bg',
    'en',
  ])
  expect(gapsOf({ ...emptyDraft, kind: 'reception-moved' })).toEqual(['from', 'movedTo', 'order', 'bg', 'en'])
})

test('changed hours until revoked are sent without a last day', () => {
  expect(bodyOf(heat)).toEqual({
    from: '2026-07-20',
    untilRevoked: true,
    change: { kind: 'hours', opens: '07:00', closes: '14:00' },
    order: 'РД-01-123/2026',
    reason: { bg: 'горещини', en: 'heat wave' },
  })
})

test('one reception is moved at a time: what was chosen of a span before is neither asked for nor sent', () => {
  const moved: ExceptionDraft = { ...heat, kind: 'reception-moved', movedTo: '2026-07-23' }
  expect(gapsOf({ ...moved, span: 'to', to: '' })).toEqual([])
  expect(bodyOf({ ...moved, span: 'to', to: '2026-07-29' })).not.toHaveProperty('to')
  expect(bodyOf(moved)).not.toHaveProperty('untilRevoked')
  expect(touches(moved, '2026-09-01')).toBe(false)
})

test('the days that a change would reach are known before it is made', () => {
  expect(touches(heat, '2026-07-19')).toBe(false)
  expect(touches(heat, '2026-09-01')).toBe(true)
  expect(touches({ ...heat, span: 'to', to: '2026-07-22' }, '2026-07-23')).toBe(false)
  expect(
    touches({ ...heat, span: 'one-day', kind: 'reception-moved', movedTo: '2026-07-23' }, '2026-07-23'),
  ).toBe(true)
})
