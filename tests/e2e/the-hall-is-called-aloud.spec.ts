import { chromium, type BrowserServer } from '@playwright/test'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { trainingClock, type Clock } from '#server/office/clock.ts'
import { OfficeSettings } from '#server/domain/settings.ts'
import type { Announcement } from '#shared/boards.ts'
import type { Instant } from '#shared/instant.ts'
import { findBrowser } from '../../scripts/browser.ts'
import { plugInPrinter, type TrainingPrinter } from '#server/training/printer.ts'
import { startHall, temporaryFolder, type Hall } from '../harness/hall.ts'
import { wide } from '../harness/settings.ts'
import { HASTY, onePrinter } from '../paper/printed-hall.ts'
import { codeOn } from '../paper/sheet.ts'
import { expect, test, type Page } from './screens.ts'
import { recordSound, type Sounded } from './sound-recorder.ts'

const CALLS = 12
/** So many tickets have paper; then it is out. */
const ON_PAPER = 6
/** With it the whole burst is waited for, at the length of true clips. */
const isWhole = Boolean(process.env['WHOLE_BURST'])

let hall: Hall<Clock>
let printer: TrainingPrinter
let recordings: string
const browsers: BrowserServer[] = []

test.beforeEach(async () => {
  recordings = temporaryFolder()
  // Somebody’s own recordings go first, clip by clip: here they are short, so that the test is.
  for (const language of isWhole ? [] : ['bg', 'de']) {
    mkdirSync(join(recordings, language))
    for (const clip of ['number', 'letter-П', 'please'])
      writeFileSync(join(recordings, `${language}/${clip}.wav`), shortSound())
  }
  printer = await plugInPrinter()
  const office = OfficeSettings.parse({
    ...wide(CALLS),
    boards: { recordings },
    printing: onePrinter(printer.port),
  })
  hall = await startHall({
    offices: [office],
    clock: (start: Instant) => trainingClock(start),
    paper: { patience: HASTY, pollMs: 100 },
  })
})
test.afterEach(async () => {
  await Promise.all(browsers.splice(0).map((browser) => browser.close()))
  await hall.close()
  await printer.close()
  rmSync(recordings, { recursive: true })
})

test('the whole way: paper that ends in the middle, twelve calls of one second shown at once and said one after another, and a speaking board that is killed', async ({
  screens,
}) => {
  test.setTimeout(240_000)
  screens.expectLossOfLine() // the hall closes before its screens
  const figures: string[] = []
  const clerks = await twelveClerks()
  const supervisor = await hall.as('supervisor')
  const [first, second] = [await board('demo-board'), await board(await secondToken())]
  await expect(first.page.getByText('Днес още няма повикани')).toBeVisible()
  await expect(second.page.getByText('Днес още няма повикани')).toBeVisible()
  await expect.poll(async () => (await speaking()).length).toBe(1)

  const kiosk = await screens.kiosk(hall.base)
  const phone =
    await test.step('a ticket is taken at the kiosk; the code on its paper leads a phone to it', async () => {
      await takeTicket(kiosk)
      await expect(kiosk.getByText('Моля, вземете билета си.')).toBeVisible()
      await kiosk.getByRole('button', { name: 'Готово' }).tap()
      const [sheet] = printer.sheets
      const page = await screens.phone((sheet && codeOn(sheet.bitmap)) ?? 'a sheet without a code')
      await expect(page.getByText('Вашият номер е')).toBeVisible()
      return page
    })

  const withoutPaper = await test.step('the paper ends; the numbers are given all the same', async () => {
    for (let ticket = 2; ticket <= ON_PAPER; ticket += 1) await issue(ticket === 2 ? 'de' : 'bg')
    await expect.poll(() => printer.sheets.length).toBe(ON_PAPER)
    printer.set({ paper: 'out' })
    await takeTicket(kiosk)
    await expect(kiosk.getByText('Снимайте екрана или запишете номера си.')).toBeVisible()
    for (let ticket = ON_PAPER + 2; ticket < CALLS; ticket += 1) await issue('bg')
    const last = await issue('bg')
    const failed = async () => (await supervisor.view('printing')).view.failed
    await expect.poll(async () => (await failed()).length, { timeout: 20_000 }).toBe(CALLS - ON_PAPER)
    return last
  })

  const began = Date.now()
  const answers = await Promise.all(
    clerks.map((clerk, index) => clerk.done('call-next', { window: index + 1 })),
  )
  const calledIn = Date.now() - began
  const called = answers.toSorted((a, b) => a.version - b.version).map(({ ticket }) => ticket)
  const labels = called.map(({ label }) => label)
  expect(calledIn).toBeLessThan(1_000)
  figures.push(`${CALLS} calls within ${calledIn} ms, ${CALLS - ON_PAPER} of them without paper`)

  await test.step('the phone says which window, whoever had paper is called like everybody else', async () => {
    const window = answers.findIndex(({ ticket }) => ticket.label === labels[0]) + 1
    await expect(phone.getByText(`Заповядайте на гише ${window}`)).toBeVisible()
    expect(labels).toEqual(
      Array.from({ length: CALLS }, (_, index) => `П ${String(index + 1).padStart(3, '0')}`),
    )
  })

  await test.step('they are said in the order of the calls, one at a time', async () => {
    await expect
      .poll(async () => (await spoken()).length, { timeout: 150_000 })
      .toBeGreaterThanOrEqual(isWhole ? CALLS - 4 : 2)
  })

  const killed = await test.step('the speaking board is killed', async () => {
    const chimes = await Promise.all([first, second].map(({ page }) => count(page)))
    const speaker = (chimes[0] ?? 0) > (chimes[1] ?? 0) ? first : second
    const [said] = await spoken()
    kill(speaker.browser)
    return { board: speaker, id: said?.board, at: hall.clock.now(), here: Date.now() }
  })

  await test.step('the other goes on within five seconds, and says nothing that was said', async () => {
    const byOther = async () => (await spoken()).find(({ board: by }) => by !== killed.id)
    await expect.poll(byOther, { timeout: 60_000 }).toBeDefined()
    const most = isWhole ? CALLS : 1
    await expect.poll(async () => (await spoken()).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(most)
    const [all, next] = [await spoken(), await byOther()]
    const takeover = Date.parse(next?.at ?? '') - killed.at
    expect(takeover).toBeLessThan(5_000)
    expect(all.map(({ label }) => label)).toEqual(labels.slice(0, all.length))
    for (const [index, each] of all.entries()) {
      const previous = all[index - 1]
      if (previous) expect(Date.parse(each.at)).toBeGreaterThanOrEqual(Date.parse(previous.endedAt ?? ''))
    }
    figures.push(`the other board goes on ${takeover} ms after the speaking one was killed`)
  })

  await test.step('what sounded in the hall: chime, then the words, never one over another, each call once', async () => {
    const [other] = [first, second].filter((each) => each !== killed.board)
    const heard = [
      ...killed.board.heard.filter(({ from }) => from < killed.here),
      ...(other?.heard ?? []),
    ].toSorted((a, b) => a.from - b.from)
    const words = heard.filter(({ clip }) => clip !== 'chime')
    for (const [index, each] of words.entries()) {
      const previous = words[index - 1]
      if (previous === undefined) continue
      const over = killed.board.heard.includes(previous)
        ? Math.min(previous.until, killed.here)
        : previous.until
      expect(each.from, `${each.clip} after ${previous.clip}`).toBeGreaterThanOrEqual(over - 1)
    }
    const sentence = (number: number, window: number, language = 'bg') =>
      ['number', 'letter/П', `number/${number}`, 'please', `window/${window}`].map(
        (clip) => `${language}/${clip}`,
      )
    const windowOf = (label: string | undefined) =>
      answers.findIndex(({ ticket }) => ticket.label === label) + 1
    const german = [sentence(2, windowOf(labels[1])), sentence(2, windowOf(labels[1]), 'de')].flat()
    const start = ['chime', ...sentence(1, windowOf(labels[0])), 'chime', ...german]
    expect(heard.slice(0, start.length).map(({ clip }) => clip)).toEqual(start)
    const origin = heard[0]?.from ?? 0
    const seconds = (at: number) => ((at - origin) / 1_000).toFixed(2)
    figures.push('seconds  clip', ...heard.map(({ clip, from }) => `${seconds(from).padStart(7)}  ${clip}`))
  })

  await test.step('each stood on both boards within a second, and one more for a busy machine', async () => {
    const shown = (await told(await hall.as('auditor'))).filter(({ telling }) => telling === 'shown')
    const { calls } = (await hall.nobody.view('hall')).view
    const late = shown.map(
      ({ call, at }) => Date.parse(at) - Date.parse(calls.find(({ id }) => id === call)?.at ?? ''),
    )
    expect(new Set(shown.map(({ board: on, call }) => `${on} ${call}`)).size).toBe(2 * CALLS)
    expect(Math.max(...late)).toBeLessThan(2_000)
    figures.unshift(`shown on both boards at the latest ${Math.max(...late)} ms after the call`)
  })

  await test.step('with a new roll a visitor gets the paper, marked as a copy', async () => {
    printer.set({ paper: 'plenty' })
    await supervisor.post(
      '/api/offices/pernik/printing/copies',
      { label: withoutPaper.label },
      { 'idempotency-key': 'a-copy-for-a-visitor' },
    )
    await expect.poll(() => printer.sheets.length).toBe(ON_PAPER + 1)
    const sheet = printer.sheets.at(-1)
    expect(sheet && codeOn(sheet.bitmap)).toBe(`${hall.base}/t/pernik/${withoutPaper.code}`)
  })

  await test.step('what was said is proved by its chain', async () => {
    const [office] = await hall.store.log.offices()
    expect(office && (await hall.store.announcements.verify(office))).toMatchObject({ ok: true })
  })
  await test.info().attach('figures.txt', { body: figures.join('\n'), contentType: 'text/plain' })
  console.log(isWhole ? figures.join('\n') : figures.slice(0, 3).join('; '))
})

async function takeTicket(kiosk: Page): Promise<void> {
  await kiosk.getByRole('button', { name: 'Плащане на такса (каса)' }).tap()
  await kiosk.getByRole('button', { name: 'Изтеглете билет' }).tap()
  await expect(kiosk.getByRole('heading', { level: 1 })).toContainText('Вашият номер е')
}

async function issue(language: 'bg' | 'de') {
  return (await hall.kiosk.done('issue-ticket', { service: 'payment', language })).ticket
}

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
  const clerks = await Promise.all(
    Array.from({ length: CALLS }, (_, index) =>
      hall.as(`clerk${index + 1}`, index < 8 ? 'demo' : 'demo demo demo'),
    ),
  )
  await Promise.all(clerks.map((clerk, index) => clerk.done('open-window', { window: index + 1 })))
  return clerks
}

type KillableBoard = {
  readonly browser: BrowserServer
  readonly page: Page
  readonly heard: readonly Sounded[]
}

/** A board in a browser of its own, which can be killed, and which is allowed to sound. */
async function board(token: string): Promise<KillableBoard> {
  const browser = await chromium.launchServer({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
  })
  browsers.push(browser)
  const connected = await chromium.connect(browser.wsEndpoint())
  const page = await connected.newPage({ viewport: { width: 1920, height: 1080 } })
  const heard: Sounded[] = []
  await recordSound(page, (each) => heard.push(each))
  await page.goto(`${hall.base}/display#token=${token}`)
  return { browser, page, heard }
}

/** What is launched may be a script that started the browser: all that it started goes with it. */
function kill(browser: BrowserServer) {
  const { pid } = browser.process()
  if (pid === undefined) throw new Error('the browser is not running')
  process.kill(-pid, 'SIGKILL')
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
