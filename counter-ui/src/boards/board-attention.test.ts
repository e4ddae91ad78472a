import { expect, test } from 'vitest'
import type { BoardsView } from '#shared/boards.ts'
import { boardAttentionOf } from './board-attention.ts'

const board = (id: string, more: object = {}) =>
  ({
    id,
    name: `Табло ${id}`,
    zone: null,
    hall: null,
    state: 'well',
    speaks: false,
    ...more,
  }) as unknown as BoardsView['boards'][number]

const said = (boards: readonly BoardsView['boards'][number][]) =>
  boardAttentionOf({ boards }).map(({ words }) => words.bg)

test('A board that is gone is told before one that is deaf', () => {
  expect(
    said([board('1', { speaks: true }), board('2', { state: 'deaf' }), board('3', { state: 'gone' })]),
  ).toEqual(['Табло 3: не се обажда', 'Табло 2: без звук: докоснете екрана на таблото'])
})

test('A hall in which no board can be heard comes first of all', () => {
  expect(said([board('1', { state: 'deaf', speaks: true })])[0]).toBe(
    'Повикванията не се чуват: нито едно табло няма звук',
  )
})

test('Where one speaks and all are well there is nothing to say, nor of a page without a key or a board yet to come', () => {
  expect(said([board('new', { state: 'never' })])).toEqual([])
  expect(said([board('1', { speaks: true }), board('2')])).toEqual([])
  expect(said([board('x', { name: null, state: 'deaf', speaks: true })])).toEqual([])
})
