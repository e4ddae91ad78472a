import type { Instant } from '#shared/instant.ts'
import type { Day } from './day.ts'
import type { NumberRange } from './events.ts'

/**
 * Numbers that are given away from the server: held by a kiosk for when the line is down, or printed on a roll of paper.
 * The ordinary series passes them by, so that no number is given twice.
 */
export type Block = NumberRange & {
  readonly kind: 'kiosk' | 'roll'
  readonly since: Instant
  /** Those that have become tickets, in the order in which they did. */
  readonly given: readonly number[]
}

/** @returns the next number of the letter's ordinary series. */
export function nextNumber(day: Pick<Day, 'numbers' | 'blocks'>, letter: string): number {
  let number = (day.numbers[letter] ?? 0) + 1
  for (;;) {
    const block = blockOf(day, letter, number)
    if (block === null) return number
    number = block.to + 1
  }
}

/** @returns the block in which the number lies. */
export function blockOf({ blocks }: Pick<Day, 'blocks'>, letter: string, number: number): Block | null {
  return blocks.find((block) => block.letter === letter && block.from <= number && number <= block.to) ?? null
}

/** @returns whether the number has become a ticket today. */
export function wasGiven(day: Pick<Day, 'numbers' | 'blocks'>, letter: string, number: number): boolean {
  const block = blockOf(day, letter, number)
  return block === null ? number >= 1 && number <= (day.numbers[letter] ?? 0) : block.given.includes(number)
}

/** @returns the first number, from the one asked for on, behind which nothing of the letter is given or kept. */
export function firstBeyond({ blocks, numbers }: Day, letter: string, from: number): number {
  const last = blocks.flatMap((block) => (block.letter === letter && block.to >= from ? [block.to] : []))
  return Math.max(from, (numbers[letter] ?? 0) + 1, ...last.map((to) => to + 1))
}

/** @returns the first number of the range that is given or kept already. */
export function firstTaken(day: Day, { letter, from, to }: NumberRange): number | null {
  const hit = day.blocks.find((block) => block.letter === letter && block.from <= to && from <= block.to)
  if ((day.numbers[letter] ?? 0) >= from) return from
  return hit === undefined ? null : Math.max(hit.from, from)
}
