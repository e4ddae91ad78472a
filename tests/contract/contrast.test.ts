import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The look's colours as they stand in tokens.css; `high`: over them those of high contrast. */
const css = readFileSync(new URL('../../shared/src/look/tokens.css', import.meta.url), 'utf8')
const ordinary = colours(/:root \{([^}]*)\}/.exec(css)?.[1] ?? '')
const high = new Map([...ordinary, ...colours(/\[data-contrast='high'\] \{([^}]*)\}/.exec(css)?.[1] ?? '')])

type Pair = readonly [on: string, ground: string, least: number]

/** Words on their grounds: 4.5 (WCAG 1.4.3). Borders of controls and marks: 3 (1.4.11). Lines that only part are left out. */
const PAIRS: readonly Pair[] = [
  ['ink', 'paper', 4.5],
  ['ink', 'sheet', 4.5],
  ['ink', 'pine-pale', 4.5],
  ['ink', 'alarm-pale', 4.5],
  ['quiet', 'paper', 4.5],
  ['quiet', 'sheet', 4.5],
  ['quiet', 'pine-pale', 4.5],
  ['pine', 'paper', 4.5],
  ['alarm', 'paper', 4.5],
  ['alarm', 'sheet', 4.5],
  ['alarm', 'alarm-pale', 4.5],
  ['white', 'pine', 4.5],
  ['white', 'pine-dark', 4.5],
  ['white', 'alarm', 4.5],
  ['dark', 'amber', 4.5],
  ['dark', 'amber-pale', 4.5],
  ['white', 'night', 4.5],
  ['night-quiet', 'night', 4.5],
  ['amber', 'night', 4.5],
  ['edge', 'paper', 3],
  ['edge', 'sheet', 3],
  ['pine', 'pine-pale', 3],
  ['focus', 'paper', 3],
  ['focus', 'pine-pale', 3],
  ['focus', 'sheet', 3],
]

test.each(PAIRS)('%s on %s can be read', (on, ground, least) => {
  expect(contrast(ordinary, on, ground)).toBeGreaterThanOrEqual(least)
  expect(contrast(high, on, ground)).toBeGreaterThanOrEqual(least)
})

test('in high contrast words have at least seven to one', () => {
  const words = PAIRS.filter(([, ground, least]) => least === 4.5 && !ground.startsWith('night'))
  for (const [on, ground] of words)
    expect([on, ground, contrast(high, on, ground) >= 7]).toEqual([on, ground, true])
})

function colours(block: string): Map<string, string> {
  const found = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  )
  return new Map(found)
}

/** The two that no token names: white, and the dark that stands on amber in every mode. */
const FIXED: Readonly<Record<string, string>> = { white: '#ffffff', dark: '#10222b' }

function contrast(tokens: ReadonlyMap<string, string>, one: string, other: string): number {
  const [lighter = 0, darker = 0] = [one, other]
    .map((name) => luminance(tokens.get(name) ?? FIXED[name] ?? ''))
    .sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Relative luminance as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
