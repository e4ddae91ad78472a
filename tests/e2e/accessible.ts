import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RunOptions, run } from 'axe-core'
import { expect, type Page } from './screens.ts'

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
}
type WithAxe = { readonly axe: { readonly run: typeof run } }

/**
 * No rule of WCAG 2.2 AA that a machine can look at is broken on the page as it stands.
 * @param what the screen and its state, for whoever reads the failure.
 */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  // What is on its way from one colour to another is neither: whatever ends has ended.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(
          ({ playState, effect }) =>
            playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
        )
        .map(({ finished }) => finished),
    ),
  )
  // To read axe takes a page longer than to look with it: a document gets it once.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as WithAxe).axe.run(document, options), // put there above
    OPTIONS,
  )
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  )
  expect.soft(found, what).toEqual([])
}
