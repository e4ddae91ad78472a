import { test as base } from './screens.ts'
import { expect, SIZES, type Page } from './screens.ts'
import { startHall } from '../harness/hall.ts'
import { startPrintedHall, withPrinter, type PrintedHall } from '../paper/printed-hall.ts'
import { codeOn } from '../paper/sheet.ts'
import { expectAccessible } from './accessible.ts'
import { openWindow, signIn } from './desk.ts'

const test = base.extend<{ readonly printed: PrintedHall }>({
  printed: async ({}, use) => {
    const hall = await startPrintedHall()
    await use(hall)
    await hall.close()
  },
})

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null

/** Whether the first lies wholly in the second. */
function within(inner: Box, outer: Box): boolean {
  if (inner === null || outer === null) return false
  const isBeside = inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width
  return isBeside && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height
}

async function takeTicket(kiosk: Page): Promise<void> {
  const take = kiosk.getByRole('button', { name: 'Изтеглете билет' })
  await kiosk.getByRole('button', { name: 'Плащане на такса (каса)' }).tap()
  await take.tap()
  await expect(kiosk.getByRole('heading', { level: 1 })).toContainText('Вашият номер е')
}

test('the kiosk says when to take the ticket, and the paper leads to the same page as the screen', async ({
  printed,
  screens,
}) => {
  const kiosk = await screens.kiosk(printed.base)
  await takeTicket(kiosk)
  await expect(kiosk.getByText('Моля, вземете билета си.')).toBeVisible()
  await expectAccessible(kiosk)
  const [sheet] = printed.printer.sheets
  const { order } = (await (await printed.as('supervisor')).view('queue')).view

  expect(order).toHaveLength(1)
  expect(sheet && codeOn(sheet.bitmap)).toMatch(new RegExp(`^${printed.base}/t/pernik/[\\w-]{16}$`))
})

for (const [name, size] of [
  ['upright', SIZES.kioskUpright],
  ['wide', SIZES.kioskWide],
  ['small', SIZES.kioskSmall],
] as const)
  test(`without paper the ${name} kiosk’s screen is the ticket`, async ({ printed, screens }) => {
    printed.printer.set({ paper: 'out' })
    const kiosk = await screens.kiosk(printed.base, size)
    await takeTicket(kiosk)
    await expect(kiosk.getByText('Снимайте екрана или запишете номера си.')).toBeVisible()
    await expect(kiosk.getByText('Принтерът временно не работи.')).toBeVisible()
    await expect(kiosk.getByText('Моля, вземете билета си.')).toHaveCount(0)
    const code = await kiosk.getByRole('img', { name: /QR/ }).boundingBox()
    expect(code?.width).toBeGreaterThan(size === SIZES.kioskSmall ? 150 : 270)
    const card = await kiosk.locator('.screen-head').boundingBox()
    const keep = kiosk.locator('.keep strong')
    const view = await kiosk.locator('.scroller-view').boundingBox()
    expect(within(code, card) && within(await kiosk.locator('.ticket-label').boundingBox(), card)).toBe(true)
    expect(within(await keep.boundingBox(), view)).toBe(true)
    await test.step('also in larger text', async () => {
      await kiosk.getByRole('button', { name: 'По-едър шрифт' }).tap()
      const large = await kiosk.locator('.scroller-view').boundingBox()
      expect(within(await keep.boundingBox(), large)).toBe(true)
    })
    await expectAccessible(kiosk)
    if (process.env['PICTURES'])
      await kiosk.screenshot({ path: `${process.env['PICTURES']}/failed-${name}.png` })
  })

test('a kiosk whose line goes down while it prints does not promise paper', async ({ printed, screens }) => {
  screens.expectLossOfLine()
  printed.printer.set({ unconfirming: true })
  const kiosk = await screens.kiosk(printed.base)
  await takeTicket(kiosk)
  await expect(kiosk.getByText('Билетът се отпечатва…')).toBeVisible()
  await printed.close()
  await expect(kiosk.getByText('Снимайте екрана или запишете номера си.')).toBeVisible()
})

test('a kiosk with a printer of its own prints its ticket once, and says so', async ({ screens }) => {
  screens.expectLossOfLine()
  const hall = await startHall({
    offices: [withPrinter(9100, { connection: { kind: 'browser' }, paper: 58 })],
  })
  const kiosk = await screens.kiosk(hall.base)
  // What a browser started with --kiosk-printing does without asking.
  const prints = { count: 0, widthMm: '' }
  await kiosk.exposeFunction('printed', (width: string) => {
    prints.count += 1
    prints.widthMm = width
  })
  await kiosk.evaluate(() => {
    window.print = () =>
      (window as unknown as { printed: (width: string) => void }).printed(
        document.querySelector<HTMLElement>('.paper-sheet')?.style.width ?? 'nothing to print',
      )
  })
  await takeTicket(kiosk)
  await expect(kiosk.getByText('Моля, вземете билета си.')).toBeVisible()
  const supervisor = await hall.as('supervisor')
  const [job] = (await supervisor.view('printing')).view.jobs
  await kiosk.reload()
  await expect(kiosk.getByText('Моля, изберете услуга')).toBeVisible()

  expect(prints).toEqual({ count: 1, widthMm: '48mm' })
  expect(job).toMatchObject({ state: 'printed', failure: null })
  expect(await hall.kiosk.post('/api/offices/pernik/printing/claims', { ticket: job?.id })).toMatchObject({
    status: 409,
    body: { code: 'nothing-to-print' },
  })
  await hall.close()
})

test('the supervisor sees the trouble in the hall’s first line, and gives the visitor a copy', async ({
  printed,
  screens,
}) => {
  printed.printer.set({ paper: 'out' })
  const { ticket } = await printed.kiosk.done('issue-ticket', { service: 'payment' })
  const page = await screens.counter(printed.base)
  await signIn(page, 'supervisor')
  await page.getByRole('link', { name: 'Надзор' }).click()
  await expect(page.getByText('Принтер на входа: няма хартия')).toBeVisible()
  await expect(page.getByText(`Без хартиен билет: ${ticket.label.replace(' ', '\u00a0')}`)).toBeVisible()
  await expectAccessible(page)
  if (process.env['PICTURES'])
    await page.screenshot({ path: `${process.env['PICTURES']}/supervisor-hall.png` })

  printed.printer.set({ paper: 'low' })
  await page.getByRole('link', { name: /Печат/ }).click()
  await expect(page.getByText('хартията е към края си', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Копие ${ticket.label}` }).click()
  await expect(page.getByRole('row', { name: /копие/ })).toContainText('отпечатано')
  await page.getByRole('button', { name: 'Пробна страница' }).click()
  await expect(page.getByRole('row', { name: /пробна страница/ })).toContainText('отпечатано')
  if (process.env['PICTURES'])
    await page.screenshot({ path: `${process.env['PICTURES']}/supervisor-printing.png`, fullPage: true })
  expect(printed.printer.sheets.map(({ bitmap }) => codeOn(bitmap))).toEqual([
    `${printed.base}/t/pernik/${ticket.code}`,
    `${printed.base}/`,
  ])
})

test('a clerk prints a copy with the keyboard alone', async ({ printed, screens }) => {
  await printed.kiosk.done('issue-ticket', { service: 'payment' })
  await expect.poll(() => printed.printer.sheets.length).toBe(1)
  const page = await screens.counter(printed.base)
  await openWindow(page, 'clerk2', 2)
  await page.keyboard.press('KeyK')
  await expect(page.getByText('На кой номер да се отпечата копие?')).toBeVisible()
  if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/clerk-copy.png` })
  await page.keyboard.type('п1')
  await page.keyboard.press('Enter')

  await expect.poll(() => printed.printer.sheets.length).toBe(2)
})
