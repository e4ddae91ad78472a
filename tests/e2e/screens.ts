import { expect, test as base, type Locator, type Page } from '@playwright/test'
import { built } from '../harness/built.ts'
import { startHall, type Hall, type HallOptions } from '../harness/hall.ts'
import { browserShelf, type BrowserShelf } from './browser-shelf.ts'

export { expect, type Locator, type Page }

/** The sizes that the screens are made for. */
export const SIZES = {
  kioskUpright: { width: 1080, height: 1920 },
  kioskWide: { width: 1920, height: 1080 },
  kioskSmall: { width: 1024, height: 768 },
  board: { width: 1920, height: 1080 },
  boardUpright: { width: 1080, height: 1920 },
  sign: { width: 1280, height: 360 },
  door: { width: 1280, height: 720 },
  desk: { width: 1280, height: 720 },
  deskLarger: { width: 1366, height: 768 },
  deskFullHd: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const

export type Size = { readonly width: number; readonly height: number }

/** Every screen of a hall, each in a browser of its own. */
export type Screens = {
  readonly kiosk: (base: string, size?: Size) => Promise<Page>
  /** @param address what the ticket's code leads to. */
  readonly phone: (address: string) => Promise<Page>
  /** The staff's app, before anyone has signed in. */
  readonly counter: (base: string, size?: Size) => Promise<Page>
  readonly board: (base: string, size?: Size, query?: string) => Promise<Page>
  readonly sign: (base: string, window: number, size?: Size) => Promise<Page>
  /** The sign by an official's door: of the official, or of the room. */
  readonly door: (base: string, door: string, size?: Size) => Promise<Page>
  /** From here on the line may go down: the browser's own complaints about it are no fault of a page. */
  readonly expectLossOfLine: () => void
}

type Fixtures = {
  readonly screens: Screens
  /** A hall in this process whose clock stands still until it is moved; `test.use({ at: … })` says where. */
  readonly hall: Hall
  readonly at: string
  readonly kind: NonNullable<HallOptions['kind']>
  /** `less`: for somebody who asked for less of it, which leaves a test as much to see and the cores less to draw. */
  readonly motion: 'full' | 'less'
}

/** What a browser says of an answer with a status from 400 on: the page speaks of it in its own words. */
const REFUSALS = /^Failed to load resource: the server responded with a status of 4\d\d/
const LOST_LINE =
  /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_SOCKET_NOT_CONNECTED|ERR_EMPTY_RESPONSE|WebSocket (connection to|is already in CLOSING)/

/** Tests with screens. After each, no page may have complained: no error, no breach of the content security policy. */
export const test = base.extend<Fixtures, { readonly bundle: void; readonly shelf: BrowserShelf }>({
  at: ['2026-11-25T10:15', { option: true }],
  kind: ['training', { option: true }],
  motion: ['less', { option: true }],

  bundle: [
    async ({}, use) => {
      await built()
      await use()
    },
    { scope: 'worker', auto: true, timeout: 120_000 },
  ],

  shelf: [
    async ({ browser }, use) => {
      const shelf = browserShelf(browser)
      await use(shelf)
      await shelf.clear()
    },
    { scope: 'worker' },
  ],

  hall: async ({ at, kind }, use) => {
    const hall = await startHall({ at, kind })
    let isOpen = true
    const close = async () => {
      if (isOpen) await hall.close()
      isOpen = false
    }
    await use({ ...hall, close })
    await close()
  },

  screens: async ({ browser, shelf, serviceWorkers, motion }, use) => {
    // What a page leaves working behind it nobody clears away: that browser is for one test.
    const own = serviceWorkers === 'block' ? null : browserShelf(browser)
    const opened = screensFrom(own ?? shelf, motion)
    await use(opened.screens)
    const complaints = opened.complaints()
    for (const giveBack of opened.ends) await giveBack()
    await own?.clear()
    expect(complaints, 'complaints of the pages').toEqual([])
  },
})

function screensFrom(shelf: BrowserShelf, motion: Fixtures['motion']) {
  const ends: (() => Promise<void>)[] = []
  const complaints: string[] = []
  let mayLoseLine = false

  async function open(address: string, size: Size, hasTouch = false): Promise<Page> {
    const { page, giveBack } = await shelf.take(hasTouch)
    ends.push(giveBack)
    await page.setViewportSize(size)
    if (motion === 'less') await page.emulateMedia({ reducedMotion: 'reduce' })
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      const text = message.text()
      if (message.type() !== 'error' || REFUSALS.test(text)) return
      if (mayLoseLine && LOST_LINE.test(text)) return
      complaints.push(`${page.url()}: ${text}`)
    })
    await page.goto(address)
    return page
  }

  const screens: Screens = {
    kiosk: (at, size = SIZES.kioskUpright) => open(`${at}/kiosk#token=demo-kiosk`, size, true),
    phone: (address) => open(address, SIZES.phone, true),
    counter: (at, size = SIZES.desk) => open(`${at}/window`, size),
    board: (at, size = SIZES.board, query = '') => open(`${at}/display${query}`, size),
    sign: (at, window, size = SIZES.sign) => open(`${at}/display/window/${window}`, size),
    door: (at, door, size = SIZES.door) => open(`${at}/display/door/${door}`, size),
    expectLossOfLine: () => void (mayLoseLine = true),
  }
  return { screens, ends, complaints: () => complaints }
}
