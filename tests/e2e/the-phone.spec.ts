import { gzipSync } from 'node:zlib'
import type { BrowserContext } from '@playwright/test'
import { startHall } from '../harness/hall.ts'
import { hasty, officeTime } from '../harness/settings.ts'
import { expect, SIZES, test, type Page } from './screens.ts'

// Notices come to a page's worker.
test.use({ serviceWorkers: 'allow' })

/** All that the page of a ticket brings along, gzipped. */
const MOST_BYTES = 60_000

/** A slow phone on a slow network, as Lighthouse has them: 400 ms there and back, 400 kbit a second, a sixth of the speed. */
async function slow(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  const throughput = (400 * 1_000) / 8
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 })
}

test('the page of a ticket is light, and its number is there soon on a slow phone', async ({
  hall,
  browser,
}) => {
  for (let people = 0; people < 4; people += 1) await hall.kiosk.done('issue-ticket', { service: 'payment' })
  await (await hall.as('clerk4')).done('open-window', { window: 4 })
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const context = await browser.newContext({ viewport: SIZES.phone, hasTouch: true })

  const bare = await context.newPage()
  await bare.goto(`${hall.base}/health/live`) // the browser itself has begun
  await slow(context, bare)
  await bare.goto(`${hall.base}/health/live`)
  const bareMs = await bare.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const paint = performance.getEntriesByName('first-contentful-paint')[0]
          if (paint === undefined) requestAnimationFrame(look)
          else resolve(paint.startTime)
        }
        look()
      }),
  )
  await bare.close()

  const page = await context.newPage()
  const parts: Promise<readonly [string, number]>[] = []
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    if (path.startsWith('/api/')) return
    parts.push(
      response
        .body()
        .then((body) => [path, path.endsWith('.woff2') ? body.length : gzipSync(body, { level: 9 }).length]),
    )
  })
  await slow(context, page)
  // When the last of number, people ahead and time was painted for the first time, as the browser itself tells it.
  await page.addInitScript(() => {
    const parts = ['[data-label]', '.phone-ahead strong', '.phone-wait strong']
    const painted = new Map<string, number>()
    new MutationObserver(() => {
      for (const part of parts) document.querySelector(part)?.setAttribute('elementtiming', part)
    }).observe(document, { childList: true, subtree: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { identifier } = entry as PerformanceEntry & { readonly identifier: string } // what this kind has
        if (!painted.has(identifier)) painted.set(identifier, entry.startTime)
      }
      if (painted.size === parts.length) Object.assign(window, { usefulMs: Math.max(...painted.values()) })
    }).observe({ type: 'element', buffered: true })
  })
  await page.goto(`${hall.base}/t/pernik/${ticket.code}`)
  await page.waitForFunction(() => 'usefulMs' in window)
  const usefulMs = await page.evaluate(() => (window as unknown as { usefulMs: number }).usefulMs)
  await expect(page.locator('.phone-ahead')).toContainText('4')
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)

  const sizes = await Promise.all(parts)
  const bytes = sizes.reduce((sum, [, each]) => sum + each, 0)
  console.log(
    `the page of a ticket: ${(bytes / 1_000).toFixed(1)} kB gzip in ${sizes.length} files; ` +
      `first useful paint at 6× and slow 3G ${Math.round(usefulMs)} ms, a bare page ${Math.round(bareMs)} ms`,
  )
  for (const [path, each] of sizes) console.log(`  ${String(each).padStart(6)} ${path}`)
  // A browser with a window asks for the icon too, 0.2 kB.
  const asked = sizes.map(([path]) => path.replace(/-[\w-]{8}\./, '.')).sort()
  expect(asked.filter((path) => !path.endsWith('icon.svg'))).toEqual([
    `/t/pernik/${ticket.code}`,
    '/ticket/assets/sofia-sans-cyrillic.woff2',
    '/ticket/assets/sofia-sans-latin.woff2',
  ])
  expect(bytes).toBeLessThan(MOST_BYTES)
  await context.close()
})

test('a phone rings for its turn, for the call and for the call said again, and leads to an opinion at the end', async ({
  browser,
}) => {
  const hall = await startHall({
    offices: [{ ...hasty(), feedback: 'https://mnenie.example/gishe' }],
  })
  const context = await browser.newContext({
    viewport: SIZES.phone,
    hasTouch: true,
    permissions: ['notifications'],
  })
  try {
    const clerk = await hall.as('clerk2')
    await clerk.done('open-window', { window: 2 })
    const issue = async () => (await hall.kiosk.done('issue-ticket', { service: 'heirs-certificate' })).ticket
    for (let people = 0; people < 3; people += 1) await issue()
    const { code } = await issue()
    const phone = await context.newPage()
    // A browser without a window shows no notices: what it is asked to show is written down.
    await phone.addInitScript(() => {
      const noticed: string[] = []
      Object.assign(window, { noticed })
      ServiceWorkerRegistration.prototype.showNotification = async (title, { body, lang } = {}) =>
        void noticed.push(`${title} | ${body} | ${lang}`)
    })
    const address = `${hall.base}/t/pernik/${code}`
    await phone.goto(address)
    const bell = phone.getByRole('button', { name: 'Сигнал, когато дойде моят ред' })
    await expect(bell).toHaveAttribute('aria-pressed', 'false')
    await bell.tap()
    // Plain http on the machine itself counts as safe; without a public address there is no push.
    await expect(
      phone.getByText('Оставете страницата отворена: ще чуете звук и ще получите известие'),
    ).toBeVisible()
    const rings = async () => Number(await phone.locator('html').getAttribute('data-rings'))
    const notices = () =>
      phone.evaluate(() => (window as unknown as { readonly noticed: readonly string[] }).noticed)

    await clerk.done('call-next', { window: 2 })
    await expect(phone.getByRole('heading', { name: 'Почти е Ваш ред' })).toBeVisible()
    await expect.poll(rings).toBe(1)
    // Another app is in front from here on.
    await phone.evaluate(() => Object.defineProperty(document, 'hidden', { value: true }))
    for (let served = 0; served < 3; served += 1) {
      await clerk.done('start-service', { window: 2 })
      await clerk.done('finish-service', { window: 2, callNext: true })
    }
    await expect(phone.getByText('Заповядайте на гише 2')).toBeVisible()
    await expect.poll(rings).toBe(2)
    await expect.poll(notices).toEqual(['Г\u00a0004 · гише 2 | Вашият номер е повикан. | bg'])
    await clerk.done('recall', { window: 2 })
    await expect(phone.getByRole('heading', { name: 'Вашият номер е повикан отново.' })).toBeVisible()
    await expect.poll(rings).toBe(3)
    for (let more = 0; more < 2; more += 1) await clerk.done('recall', { window: 2 })
    const last = phone.getByRole('heading', { name: 'Последно повикване за номер Г\u00a0004' })
    await expect(last).toBeVisible()
    expect(await (await fetch(address)).text()).toContain('Последно повикване за номер Г\u00a0004') // before the program
    await phone.reload()
    await expect(last).toBeVisible()
    await expect(phone.getByText('Заповядайте на гише 2')).toBeVisible()
    expect(await rings()).toBe(0)

    await clerk.done('start-service', { window: 2 })
    await expect(phone.getByRole('heading', { name: 'Обслужва се на гише 2' })).toBeVisible()
    await expect(bell).toBeHidden()
    await clerk.done('finish-service', { window: 2 })
    await expect(phone.getByRole('link', { name: 'Споделете мнение за обслужването' })).toHaveAttribute(
      'href',
      'https://mnenie.example/gishe',
    )
  } finally {
    await context.close()
    await hall.close()
  }
})

test('a phone that cannot reach the hall after its first answer says so, and that what it shows is old', async ({
  hall,
  screens,
}) => {
  screens.expectLossOfLine()
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const phone = await screens.phone('about:blank')
  await phone.routeWebSocket(/socket\.io/, (line) => line.close())
  await phone.clock.install()
  await phone.goto(`${hall.base}/t/pernik/${ticket.code}`)
  await expect(phone.getByText('Чакащи пред Вас: 0')).toBeVisible()
  await expect(phone.getByText('Няма връзка')).toBeHidden()
  await phone.clock.runFor(13_000)

  await expect(phone.getByText(/^Няма връзка\. Показаното е от 10:15/)).toBeVisible()
  await expect(phone.getByText('Чакащи пред Вас: 0')).toBeVisible()
})

/** What the server writes of a ticket that waits, is near, or is called. */
const PARTS = [
  '.phone-mast',
  '.phone-mast .choice',
  '.phone-your',
  '.label',
  '.called',
  '.almost',
  '.phone-ahead',
  '.phone-wait',
]

test('what the server writes of a ticket is what the page’s program shows, and nothing moves when it comes', async ({
  hall,
  browser,
}) => {
  const clerk = await hall.as('clerk4')
  await clerk.done('open-window', { window: 4 })
  const issue = async (language: 'bg' | 'de') =>
    (await hall.kiosk.done('issue-ticket', { service: 'payment', language })).ticket.code
  const called = await issue('de')
  const near = await issue('bg')
  for (let more = 0; more < 2; more += 1) await issue('bg')
  const far = await issue('de')
  hall.clock.moveTo(officeTime('2026-11-25T10:16'))
  await clerk.done('call-next', { window: 4 })

  const withoutPrograms = await browser.newContext({ viewport: SIZES.phone, javaScriptEnabled: false })
  const whole = await browser.newContext({ viewport: SIZES.phone })
  // The typeface comes after both.
  for (const context of [withoutPrograms, whole]) await context.route('**/*.woff2', (route) => route.abort())
  const compared = new Set<string>()
  for (const code of [called, near, far]) {
    const [before, after] = [await withoutPrograms.newPage(), await whole.newPage()]
    for (const page of [before, after]) await page.goto(`${hall.base}/t/pernik/${code}`)
    await after.locator('.notices').waitFor()
    for (const part of PARTS) {
      if (!(await after.locator(part).first().isVisible())) continue
      compared.add(part)
      expect(await seen(before, part), part).toEqual(await seen(after, part))
    }
  }
  expect([...compared].sort()).toEqual([...PARTS].sort())
  await withoutPrograms.close()
  await whole.close()

  async function seen(page: Page, part: string) {
    const first = page.locator(part).first()
    return { words: await first.innerText(), box: await first.boundingBox() }
  }
})

test('a ticket that was taken in German is followed in German, from the page’s one answer', async ({
  hall,
  screens,
}) => {
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment', language: 'de' })
  const phone = await screens.phone(`${hall.base}/t/pernik/${ticket.code}`)

  await expect(phone.getByRole('heading', { level: 1 })).toContainText('Ihre Nummer ist')
  await expect(phone.locator('html')).toHaveAttribute('lang', 'de')
})

test('an address that is not whole says which code to scan again: of the ticket, or of the slip', async ({
  hall,
  screens,
}) => {
  const ticket = await screens.phone(`${hall.base}/t/pernik/short`)
  await expect(ticket.getByRole('heading', { name: 'Билетът не може да се покаже' })).toBeVisible()
  const slip = await screens.phone(`${hall.base}/t/appointment#pernik/appointment/short`)
  await expect(slip.getByRole('heading', { name: 'Записването не може да се покаже' })).toBeVisible()
  await expect(slip.getByText('Моля, сканирайте отново кода от листчето.')).toBeVisible()
  await expect(slip.getByText('Please scan the code on your slip again.')).toBeVisible()
  await expect(slip.getByText(/билет|ticket/i)).toHaveCount(0)
})
