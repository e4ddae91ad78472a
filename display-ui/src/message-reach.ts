import { lineDown, STANDING } from './day-words.ts'
import { layout, type Room } from './layout.ts'
import { pieceFont } from './sayings.ts'

/**
 * @param room the board as it hangs, with a distance
 * @returns from how far everything can be read that it may have to say instead of calls, metres; without a distance
 * nobody asks.
 */
export function messageMetres({ distance, ...room }: Room): number {
  const { message, lead } = layout({ distance, ...room })
  if (distance === undefined || message === null) return Infinity
  const band = { ...message, height: lead.height }
  const fonts = [
    ...STANDING.map((piece) => pieceFont(piece, message)),
    ...lineDown.brief.must.map((piece) => pieceFont(piece, band)),
  ]
  return (distance * Math.min(...fonts)) / message.least
}
