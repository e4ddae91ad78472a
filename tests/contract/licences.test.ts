import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../harness/settings.ts'

/** What the hall is made of besides itself: every package of the lock file, whose licence it is, and that nothing runs when it is installed. */

type Locked = {
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly resolved?: string
}

/** Let everyone use, change and pass on, and ask for no more than their own text to go along. */
const PERMISSIVE = new Set([
  'MIT',
  'ISC',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'OFL-1.1',
  'Python-2.0',
  '(MIT AND Zlib)',
])

/** Others, each with the reason why it may stay. */
const REASONS: readonly (readonly [which: RegExp, licence: string, reason: string])[] = [
  [
    /^@resvg\/resvg-js/,
    'MPL-2.0',
    'draws the tickets; used unchanged, and its own files stay under its licence',
  ],
  [/^axe-core$/, 'MPL-2.0', 'looks at the screens in tests; is not shipped'],
  [/^lightningcss/, 'MPL-2.0', 'builds the style sheets; is not shipped'],
]

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>
}
const locked = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, each]) => ({ path, name: path.split('node_modules/').at(-1) ?? '', ...each }))

test('every package’s licence is permissive, or stands in the list with a reason', () => {
  const unclear = locked.filter(({ name, path, license }) => {
    const licence = license ?? oldFormLicence(path)
    const isExcused = REASONS.some(([which, of]) => which.test(name) && of === licence)
    return !PERMISSIVE.has(licence) && !isExcused
  })

  expect(unclear.map(({ name, license }) => `${name}: ${license}`)).toEqual([])
})

test('no reason stands in the list for what is not there any more', () => {
  for (const [which] of REASONS) expect(locked.some(({ name }) => which.test(name))).toBe(true)
})

test('each package is pinned by the hash of what it holds, and names no place to get it from', () => {
  const loose = locked.filter(({ integrity, resolved }) => !integrity || resolved !== undefined)

  expect(loose.map(({ name }) => name)).toEqual([])
})

test('nothing of a package runs when it is installed', () => {
  expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
})

/** Some old packages say it in their own file, in a way the lock file does not take over. */
function oldFormLicence(path: string): string {
  const file = join(ROOT, path, 'package.json')
  if (!existsSync(file)) return 'unknown'
  const { licenses } = JSON.parse(readFileSync(file, 'utf8')) as { readonly licenses?: { type: string }[] }
  return licenses?.map(({ type }) => type).join(' OR ') ?? 'unknown'
}
