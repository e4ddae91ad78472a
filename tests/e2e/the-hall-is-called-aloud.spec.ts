import { chromium, type BrowserServer } from '@playwright/test'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { trainingClock, type Clock } from '#server/office/clock.ts'
import { OfficeSettings } from '#server/domain/settings.ts'
import type { Announcement } from '#shared/boards.ts'
import type { Instant } from '#shared/instant.ts'
import { findBrowser } from '../../scripts/browser.ts'
import { startHall, temporaryFolder, type Hall } from '../harness/hall.ts'
import { wide } from '../harness/settings.ts'
import { expect, test, type Page } from './screens.ts'

const CALLS = 12
/** With it the whole burst is waited for, and the times are written down. */
const isWhole = Boolean(process.env['WHOLE_BURST'])

let hall: Hall<Clock>
let recordings: string
const browsers: BrowserServer[] = []

test.beforeEach(async () => {
  recordings = temporaryFolder()
  // Somebody’s own recordings go first, clip by clip: here they are short, so that the test is.
  mkdirSync(join(recordings, 'bg'))
  for (const clip of isWhole ? [] : ['number', 'letter-П', 'please'])
    writeFileSync(join(recordings, `bg/${clip}.wav`), shortSound())
  const office = OfficeSettings.parse({ ...wide(CALLS), boards: { recordings } })
  hall = await startHall({ offices: [office], clock: (start: Instant) => trainingClock(start) })
})
test.afterEach(async () => {
  await Promise.all(browsers.splice(0).map((browser) => browser.close()))
  await hall.close()
  rmSync(recordings, { recursive: true })
})

test('twelve calls of one second are shown at once and said one after another; when the speaking board is killed another goes on', async () => {
  test.setTimeout(180_000)
  const clerks = await twelveClerks()
  const [first, second] = [await board('demo-board'), await board(await secondToken())]
  await expect(first.page.getByText('Днес още няма повикани')).toBeVisible()
  await expect(second.page.getByText('Днес още няма повикани')).toBeVisible()
  await expect.poll(async () => (await speaking()).length).toBe(1)

  const began = performance.now()
  const answers = await Promise.all(
    clerks.map((clerk, index) => clerk.done('call-next', { window: index + 1 })),
  )
  const calledIn = performance.now() - began
  const labels = answers.toSorted((a, b) => a.version - b.version).map(({ ticket }) => ticket.label)
  expect(calledIn).toBeLessThan(1_000)

  await test.step('they are said in the order of the calls, one at a time', async () => {
    await expect
      .poll(async () => (await spoken()).length, { timeout: 150_000 })
      .toBeGreaterThanOrEqual(isWhole ? CALLS - 4 : 2)
  })

  const before = await spoken()
  const killedAt = await test.step('the speaking board is killed', async () => {
    const chimes = await Promise.all([first, second].map(({ page }) => count(page)))
    const speaker = (chimes[0] ?? 0) > (chimes[1] ?? 0) ? first : second
    speaker.browser.process().kill('SIGKILL')
    return hall.clock.now()
  })

  await test.step('the other goes on within five seconds, and says nothing that was said', async () => {
    const most = isWhole ? CALLS : before.length + 1
    await expect.poll(async () => (await spoken()).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(most)
    const all = await spoken()
    const next = all[before.length]
    const takeover = Date.parse(next?.at ?? '') - killedAt
    expect(takeover).toBeLessThan(5_000)
    expect(all.map(({ label }) => label)).toEqual(labels.slice(0, all.length))
    for (const [index, each] of all.entries()) {
      const previous = all[index - 1]
      if (previous) expect(Date.parse(each.at)).toBeGreaterThanOrEqual(Date.parse(previous.endedAt ?? ''))
    }
    if (isWhole) tell(all, takeover, calledIn)
  })

  await test.step('each stood on both boards within a second, and one more for a busy machine', async () => {
    const shown = (await told(await hall.as('auditor'))).filter(({ telling }) => telling === 'shown')
    const { calls } = (await hall.nobody.view('hall')).view
    const late = shown.map(
      ({ call, at }) => Date.parse(at) - Date.parse(calls.find(({ id }) => id === call)?.at ?? ''),
    )
    expect(new Set(shown.map(({ board, call }) => `${board} ${call}`)).size).toBe(2 * CALLS)
    expect(Math.max(...late)).toBeLessThan(2_000)
    if (isWhole) console.log(`shown at the latest ${Math.max(...late)} ms after the call`)
  })

  await test.step('what was said is proved by its chain', async () => {
    const [office] = await hall.store.log.offices()
    expect(office && (await hall.store.announcements.verify(office))).toMatchObject({ ok: true })
  })
})

async function twelveClerks() {
  const admin = await hall.as('admin')
  for (let number = 9; number <= CALLS; number += 1) {
    const body = {
      user: `clerk${number}`,
      name: `Служител ${number}`,
      role: 'clerk',
      password: 'demo demo demo',
    }
    await admin.post('/api/staff', body)
  }
  for (let index = 0; index < CALLS; index += 1) await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const clerks = await Promise.all(
    Array.from({ length: CALLS }, (_, index) =>
      hall.as(`clerk${index + 1}`, index < 8 ? 'demo' : 'demo demo demo'),
    ),
  )
  await Promise.all(clerks.map((clerk, index) => clerk.done('open-window', { window: index + 1 })))
  return clerks
}

/** A board in a browser of its own, which can be killed, and which is allowed to sound. */
async function board(token: string): Promise<{ readonly browser: BrowserServer; readonly page: Page }> {
  const browser = await chromium.launchServer({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
  })
  browsers.push(browser)
  const connected = await chromium.connect(browser.wsEndpoint())
  const page = await connected.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.goto(`${hall.base}/display#token=${token}`)
  return { browser, page }
}

async function secondToken(): Promise<string> {
  const admin = await hall.as('admin')
  const { body } = await admin.post('/api/devices', { name: 'Табло 2', office: 'pernik', kind: 'board' })
  return (body as { token: string }).token
}

async function speaking() {
  const { view } = await (await hall.as('supervisor')).view('boards')
  return view.boards.filter(({ speaks, state }) => speaks && state === 'well')
}

async function told(as: Awaited<ReturnType<Hall['as']>>): Promise<readonly Announcement[]> {
  const { body } = await as.get('/api/offices/pernik/announcements?day=2026-11-25')
  return (body as { announcements: Announcement[] }).announcements
}

let auditor: Promise<Awaited<ReturnType<Hall['as']>>> | null = null
test.beforeEach(() => void (auditor = null))
async function spoken(): Promise<readonly Announcement[]> {
  auditor ??= hall.as('auditor')
  const rows = await told(await auditor)
  return rows.filter(({ telling }) => telling === 'spoken').toSorted((a, b) => a.at.localeCompare(b.at))
}

async function count(page: Page): Promise<number> {
  return Number((await page.locator('html').getAttribute('data-chimes')) ?? 0)
}

function tell(all: readonly Announcement[], takeover: number, calledIn: number) {
  const [first] = all
  const since = (at: string) => `${((Date.parse(at) - Date.parse(first?.at ?? '')) / 1_000).toFixed(1)} s`
  console.log(`twelve calls within ${calledIn.toFixed(0)} ms; takeover after the kill: ${takeover} ms`)
  for (const { label, at, endedAt, languages } of all)
    console.log(`${label}  chime ${since(at)}  over ${since(endedAt ?? at)}  ${languages.join('+')}`)
}

/** A tenth of a second of a tone, as WAV. */
function shortSound(): Buffer {
  const samples = 2_205
  const wav = Buffer.alloc(44 + samples * 2)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + samples * 2, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(22_050, 24)
  wav.writeUInt32LE(44_100, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(samples * 2, 40)
  for (let at = 0; at < samples; at += 1) wav.writeInt16LE(Math.round(8_000 * Math.sin(at / 8)), 44 + at * 2)
  return wav
}
