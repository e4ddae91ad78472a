import { expect, it } from 'vitest'
import { words as receptionWords } from './reception/words.ts'
import { filledBoth, words } from './words.ts'

it('the places of a reception day are told by labels that fit every number', () => {
  expect(receptionWords.takenOf(1, 8)).toEqual({ bg: 'Заети: 1 · свободни: 8', en: 'Taken: 1 · free: 8' })
})

it('why a key does nothing now names the action, and its reason in the same language', () => {
  expect(filledBoth(words.notNow, { what: words.noShow, why: words.noShowDue })).toEqual({
    bg: 'Не се яви: първо повикайте отново',
    en: 'No show: call again first',
  })
})
