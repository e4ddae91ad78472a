import type { BoardsView } from '#shared/boards.ts'
import type { Bilingual } from '#shared/ids.ts'
import { boardTroubleWords, nobodySpeaks } from './words.ts'

/** What of the boards needs somebody now, the worst first. */
export type BoardAttention = {
  readonly kind: 'board-gone' | 'board-deaf' | 'nobody-speaks'
  readonly key: string
  readonly words: Bilingual
}

/** @returns boards with a key that are gone or deaf, and the hall in which nothing is heard. A page without a key is nobody's care, nor one that has not come yet. */
export function boardAttentionOf({ boards }: Pick<BoardsView, 'boards'>): readonly BoardAttention[] {
  const own = boards.filter(({ name, state }) => name !== null && state !== 'never')
  const isHeard = boards.some(({ state, speaks }) => speaks && state === 'well')
  const about = (kind: 'board-gone' | 'board-deaf', state: 'gone' | 'deaf') =>
    own
      .filter((board) => board.state === state)
      .map((board, index) => ({ kind, key: `${kind}/${board.id}/${index}`, words: boardTroubleWords(board) }))
  return [
    ...(own.length > 0 && !isHeard
      ? [{ kind: 'nobody-speaks' as const, key: 'nobody-speaks', words: nobodySpeaks }]
      : []),
    ...about('board-gone', 'gone'),
    ...about('board-deaf', 'deaf'),
  ]
}
