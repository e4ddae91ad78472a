import { expect, test } from 'vitest'
import { bodyOf, emptyOrder, isWhole, type OrderDraft } from './order-draft.ts'

const named: OrderDraft = {
  ...emptyOrder,
  official: 'mayor',
  date: '2026-12-02',
  order: ' РД-01-3/2026 ',
  bg: 'командировка',
  en: 'travel',
}

test('an order without its number or a reason in both languages is not whole', () => {
  expect(isWhole(named)).toBe(true)
  expect(isWhole({ ...named, order: ' ' })).toBe(false)
  expect(isWhole({ ...named, en: '' })).toBe(false)
})

test('a second block has both ends or neither', () => {
  const hours: OrderDraft = { ...named, kind: 'hours', from: '09:00', to: '11:00' }
  expect(isWhole(hours)).toBe(true)
  expect(isWhole({ ...hours, from2: '14:00' })).toBe(false)
  expect(bodyOf({ ...hours, from2: '14:00', to2: '15:00' }).change).toEqual({
    kind: 'hours',
    blocks: [
      { from: '09:00', to: '11:00' },
      { from: '14:00', to: '15:00' },
    ],
  })
})

test('a moved day names where to, a substitution names whom', () => {
  expect(isWhole({ ...named, kind: 'moved' })).toBe(false)
  expect(bodyOf({ ...named, kind: 'moved', movedTo: '2026-12-03' })).toEqual({
    official: 'mayor',
    date: '2026-12-02',
    change: { kind: 'moved', to: '2026-12-03' },
    order: 'РД-01-3/2026',
    reason: { bg: 'командировка', en: 'travel' },
  })
  expect(bodyOf({ ...named, kind: 'substitute', substitute: 'deputy-mayor' }).change).toEqual({
    kind: 'substitute',
    official: 'deputy-mayor',
  })
})
