import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConfigRefused, readConfig, readOffices } from '#server/config.ts'
import type { OfficeSettings } from '#server/domain/settings.ts'
import { temporaryFolder } from '../harness/hall.ts'
import { startRefused } from '../harness/process.ts'
import { lisbon, pernik } from '../harness/settings.ts'

let folder: string
beforeEach(() => {
  folder = join(temporaryFolder(), 'offices')
  mkdirSync(folder)
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const write = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))

function refusalOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof ConfigRefused) return error.message
    throw error
  }
  throw new Error('it was not refused')
}

test('each file is an office, in the order of their names', () => {
  write('2-pernik.json', pernik())
  write('1-lisbon.json', lisbon())
  write('README.md', 'no office')

  expect(readOffices(folder)).toEqual([lisbon(), pernik()])
})

type Wrong = readonly [what: string, field: string, change: (office: OfficeSettings) => unknown]
const wrong: readonly Wrong[] = [
  [
    'an hour that is none',
    'hours.opens',
    (office) => ({ ...office, hours: { ...office.hours, opens: '8:30' } }),
  ],
  [
    'closing before it opens',
    'hours.closes',
    (office) => ({ ...office, hours: { ...office.hours, closes: '07:00' } }),
  ],
  [
    'a limit beyond the charter’s two hours',
    'hours.limitMinutes',
    (office) => ({ ...office, hours: { ...office.hours, limitMinutes: 180 } }),
  ],
  [
    'a standard laxer than the national one',
    'dispatch.standardMinutes',
    (office) => ({ ...office, dispatch: { ...office.dispatch, standardMinutes: 30 } }),
  ],
  [
    'a letter that ear or eye mistakes',
    'groups.0.letter',
    (office) => ({ ...office, groups: office.groups.map((group) => ({ ...group, letter: 'З' })) }),
  ],
  [
    'two groups with one letter',
    'groups',
    (office) => ({ ...office, groups: office.groups.map((group) => ({ ...group, letter: 'Г' })) }),
  ],
  [
    'a service of no group',
    'services.0.group',
    (office) => ({ ...office, services: office.services.map((service) => ({ ...service, group: 'none' })) }),
  ],
  [
    'a service that no window serves',
    'services.0.id',
    (office) => ({ ...office, windows: office.windows.map((window) => ({ ...window, services: [] })) }),
  ],
  [
    'a window that serves what is bound to another',
    'windows.0.services',
    (office) => ({
      ...office,
      windows: office.windows.map((window) => ({ ...window, services: office.services.map(({ id }) => id) })),
    }),
  ],
  ['a zone that is not on the map', 'zone', (office) => ({ ...office, zone: 'Europe/Pernik' })],
  ['a field it does not know', '', (office) => ({ ...office, holidays: [] })],
]

test.each(wrong)('%s stops the start; file and field %s are named', (_what, field, change) => {
  write('pernik.json', change(pernik()))
  const message = refusalOf(() => readOffices(folder))

  expect(message).toContain(join(folder, 'pernik.json'))
  expect(message).toMatch(new RegExp(`^  ${field.replaceAll('.', '\\.')}: .+`, 'm'))
})

test('a file that is not JSON, two files for one office, and no file at all are named', () => {
  expect(refusalOf(() => readOffices(folder))).toContain(folder)
  write('pernik.json', '{ "id": "pernik", ')
  expect(refusalOf(() => readOffices(folder))).toContain(`${join(folder, 'pernik.json')} is not JSON`)
  write('pernik.json', pernik())
  write('again.json', pernik())
  expect(refusalOf(() => readOffices(folder))).toContain('"pernik"')
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PUBLIC_URL', 'www.pernik.bg'],
  ['HALL_URL', 'ftp://hall.local'],
  ['TRUST_PROXY', 'perhaps'],
  ['LOG_LEVEL', 'loud'],
  ['METRICS_FROM', 'everywhere'],
  ['METRICS_FROM', '10.0.0.0/33'],
  ['DATABASE_URL', 'mysql://hall'],
])('the variable %s=%s stops the start and is named', (name, value) => {
  expect(refusalOf(() => readConfig({ [name]: value }))).toMatch(new RegExp(`^  ${name}: .+`, 'm'))
})

test.each(['eighty', '70000', '80.5', '-1'])('of PORT=%s it is said what a port is', (value) => {
  expect(refusalOf(() => readConfig({ PORT: value }))).toMatch(
    /^  PORT: a port is a whole number from 0 to 65535$/m,
  )
})

test('a port that another program has is told in one sentence, with what to do', async () => {
  const other = createServer().listen(0)
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo // it listens on a port
  const { code, printed } = await startRefused({ data: join(folder, '..', 'data'), port })
  other.close()

  expect(code).toBe(1)
  expect(printed).toMatch(new RegExp(`^Port ${port} is taken: .*--port ${port + 1}$`, 'm'))
  expect(printed).not.toMatch(/^\s+at |EADDRINUSE/m)
})

test('the server itself says it and ends, without a trace of the program', async () => {
  const data = join(folder, '..', 'data')
  const { code, printed } = await startRefused({
    entry: 'main',
    data,
    offices: [
      { ...pernik(), hours: { opens: '08:30', closes: '07:00', limitMinutes: 120 } } as OfficeSettings,
    ],
  })

  expect(code).toBe(1)
  expect(printed).toContain('pernik.json')
  expect(printed).toContain('hours.closes')
  expect(printed).not.toMatch(/^\s+at /m)
})
