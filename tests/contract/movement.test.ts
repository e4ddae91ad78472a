import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../harness/settings.ts'

/** Every animation that the boards and signs are given, as its style sheet writes it. */
function animations(): readonly { readonly file: string; readonly text: string }[] {
  return globSync('display-ui/src/**/*.css', { cwd: ROOT }).flatMap((file) => {
    const css = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[^]*?\*\//g, '')
    return [...css.matchAll(/\banimation(?:-[a-z-]+)?:\s*([^;]+);/g)].map(([, text = '']) => ({ file, text }))
  })
}

/** @returns seconds of one turn, and how many turns there are. */
function rhythm(text: string): { readonly seconds: number; readonly turns: number } {
  const [, amount = '0', unit = 's'] = /(?:^|\s)([\d.]+)(ms|s)\b/.exec(text) ?? []
  const count = text.split(/\s+/).find((word) => /^(?:[\d.]+|infinite)$/.test(word)) ?? '1'
  return {
    seconds: Number(amount) / (unit === 'ms' ? 1_000 : 1),
    turns: count === 'infinite' ? Infinity : Number(count),
  }
}

test('nothing on a board flashes more than twice a second, and nothing blinks for more than five seconds', () => {
  const found = animations()
  expect(found.length).toBeGreaterThan(0)
  for (const { file, text } of found) {
    const { seconds, turns } = rhythm(text)
    // A turn that goes there and back is one flash; a single one under a fifth of a second only comes into its place.
    if (turns > 1) expect([file, text, seconds >= 0.5]).toEqual([file, text, true])
    expect([file, text, seconds * turns <= 5]).toEqual([file, text, true])
  }
})

test('what is read of a style sheet is its rhythm', () => {
  expect(rhythm('swell 1s ease-in-out 5')).toEqual({ seconds: 1, turns: 5 })
  expect(rhythm('spin 400ms linear infinite')).toEqual({ seconds: 0.4, turns: Infinity })
  expect(rhythm('fade 0.2s')).toEqual({ seconds: 0.2, turns: 1 })
})
