import { describe, expect, test } from 'vitest'
import { lineDown, STANDING } from './day-words.ts'
import { CAP_HEIGHT, layout } from './layout.ts'
import { messageMetres } from './message-reach.ts'
import { fittedFont, pages, pieceFont } from './sayings.ts'
import { words } from './words.ts'

const room = { width: 1920, height: 1080, diagonal: 55 }

function placeAt(distance: number) {
  const { message } = layout({ ...room, distance })
  if (message === null) throw new Error('a board with a distance has a place for messages')
  return message
}

describe('what stands instead of calls, read from ten metres on a 55-inch screen', () => {
  const place = placeAt(10)

  test.each(STANDING)('has capitals 192 pixels high: $bg', (piece) => {
    expect(pieceFont(piece, place) * CAP_HEIGHT).toBeGreaterThanOrEqual(192.3)
  })

  test('also where the board has no line, above the calls', () => {
    const band = { ...place, height: layout({ ...room, distance: 10 }).lead.height - 16 }
    for (const { font } of pages(lineDown.brief, band)) expect(font * CAP_HEIGHT).toBeGreaterThanOrEqual(192)
  })

  test('says one thing at a time, in one language at a time; what else there is to say is left out where it is too small', () => {
    const more = [{ bg: 'Националният празник на Република България', en: 'The national holiday' }]
    expect(pages({ must: [words.notToday], more }, place).map(({ sayings }) => sayings)).toEqual([
      [{ text: 'Днес центърът не работи', language: 'bg' }],
      [{ text: 'The centre is closed today', language: 'en' }],
    ])
  })
})

test('from three metres everything is said at once, in both languages', () => {
  const place = placeAt(3)
  const [page, ...others] = pages({ must: [words.notToday, words.thanks], more: [words.closed] }, place)
  expect(page?.sayings).toHaveLength(6)
  expect(others).toEqual([])
  expect(page?.font).toBeGreaterThanOrEqual(place.least)
})

test('words stay whole: a long one makes the type smaller', () => {
  const slot = { width: 600, height: 1000, font: 300, line: 1 }
  expect(fittedFont(['Благоустройствен'], slot)).toBeLessThan(600 / 8)
  expect(fittedFont(['Благо устройствен'], slot)).toBeLessThan(600 / 5)
})

describe('the installer is told from how far the messages can be read', () => {
  test('where they reach, it is as far as was asked', () => {
    expect(messageMetres({ ...room, distance: 10 })).toBeGreaterThanOrEqual(10)
    expect(messageMetres({ ...room, distance: 10, training: true })).toBeGreaterThanOrEqual(10)
  })

  test('where they do not, it is less', () => {
    expect(messageMetres({ ...room, distance: 14 })).toBeLessThan(14)
    expect(messageMetres({ ...room, distance: 14 })).toBeGreaterThan(9)
  })
})
