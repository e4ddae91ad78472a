import type { Route } from '@playwright/test'
import { printed } from '#shared/labels.ts'
import { startProcess, type HallProcess } from '../harness/process.ts'
import { hasty } from '../harness/settings.ts'
import { withPrinter } from '../paper/printed-hall.ts'
import { expectAccessible } from './accessible.ts'
import { openWindow, pressUntil, signIn, state, tabTo } from './desk.ts'
import { expect, test, type Page } from './screens.ts'

// As in the hall: the kiosk keeps its page.
test.use({ serviceWorkers: 'allow' })

let hall: HallProcess
test.beforeEach(async () => void (hall = await startProcess({ offices: [hasty()] })))
test.afterEach(() => hall.close())

test('the kiosk goes on without its server, also when it is loaded anew, and hands everyone in, in order', async ({
  screens,
}) => {
  screens.expectLossOfLine()
  const before = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const board = await screens.board(hall.base)
  const kiosk = await screens.kiosk(hall.base)
  await expect(kiosk.getByText('Моля, изберете услуга')).toBeVisible()
  await isReady(kiosk)

  const given: string[] = []
  await test.step('without a server it says so, and gives tickets by the numbers that it holds', async () => {
    await hall.kill()
    await expect(kiosk.getByText('Билети се издават и без нея')).toBeVisible()
    await expect(kiosk.getByText('Чакащи:')).toHaveCount(0) // nobody knows now
    await expectAccessible(kiosk)
    given.push(await takeTicket(kiosk))
    given.push(await takeTicket(kiosk, { priority: true }))
  })

  await test.step('and so it does when the machine is switched off and on', async () => {
    await kiosk.reload()
    await expect(kiosk.getByText('Билети се издават и без нея')).toBeVisible({ timeout: 15_000 })
    given.push(await takeTicket(kiosk))
    expect(given).toEqual(['П 801', 'П 802', 'П 803'])
  })

  await test.step('when the server is back they stand in its line, each once, in the order of their issue', async () => {
    await hall.restart()
    await expect(kiosk.getByText('Билети се издават и без нея')).toHaveCount(0)
    const supervisor = await hall.as('supervisor')
    const order = async () =>
      (await supervisor.view('queue')).view.order
        .toSorted((a, b) => a.issuedAt.localeCompare(b.issuedAt))
        .map(({ label, priority }) => `${label}${priority ? ' !' : ''}`)
    await expect.poll(order).toEqual([before.ticket.label, 'П 801', 'П 802 !', 'П 803'])
    await kiosk.reload() // a second time nothing is handed in
    await expect(kiosk.getByText('Чакащи: 4').first()).toBeVisible()
    expect(await order()).toHaveLength(4)
  })

  await test.step('and the board calls them like any other', async () => {
    const clerk = await hall.as('clerk4')
    await clerk.done('open-window', { window: 4 })
    const called: string[] = []
    for (let left = 4; left > 0; left -= 1) {
      const { ticket } = await clerk.done('call-next', { window: 4 })
      called.push(ticket.label)
      await expect(board.getByText(printed(ticket.label)).first()).toBeVisible()
      await clerk.done('start-service', { window: 4 })
      await clerk.done('finish-service', { window: 4 })
    }
    expect(called.toSorted()).toEqual([before.ticket.label, 'П 801', 'П 802', 'П 803'])
    expect(called.indexOf('П 801')).toBeLessThan(called.indexOf('П 803'))
  })

  await test.step('the next one gets the next number of the ordinary series', async () => {
    await expect(kiosk.getByText('Моля, изберете услуга')).toBeVisible()
    expect(await takeTicket(kiosk)).toBe('П 002')
  })
})

test('a person whose answer was lost with the server has one ticket, and not two', async ({ screens }) => {
  screens.expectLossOfLine()
  const kiosk = await screens.kiosk(hall.base)
  // The server carries the command out, and its answer goes nowhere.
  const lose = async (route: Route) => {
    await route.fetch()
    await hall.kill()
    await route.abort('connectionreset')
  }
  await kiosk.context().route('**/commands/issue-ticket', lose, { times: 1 })
  await isReady(kiosk)
  expect(await takeTicket(kiosk)).toBe('П 801')

  await hall.restart()
  const supervisor = await hall.as('supervisor')
  const labels = async () => (await supervisor.view('queue')).view.order.map(({ label }) => label)
  await expect.poll(labels).toEqual(['П 801'])
})

test('a kiosk with a printer of its own prints its tickets without the server too, and marks them', async ({
  screens,
}) => {
  screens.expectLossOfLine()
  const printedHall = await startProcess({
    offices: [withPrinter(9100, { connection: { kind: 'browser' }, paper: 58 })],
  })
  const kiosk = await screens.kiosk(printedHall.base)
  // What a browser started with --kiosk-printing does without asking.
  await kiosk.addInitScript(() => {
    const sheets: string[] = []
    const print = () => {
      const sheet = document.querySelector<HTMLElement>('.paper-sheet')
      sheets.push(`${sheet?.style.width} ${sheet?.textContent}`)
    }
    Object.assign(window, { print, sheets })
  })
  await kiosk.reload()
  await isReady(kiosk, printedHall)
  const sheets = () => kiosk.evaluate(() => (window as unknown as { sheets: string[] }).sheets)
  expect(await takeTicket(kiosk)).toBe('П 001')
  await expect.poll(sheets, { timeout: 15_000 }).toHaveLength(1) // a cold drawing thread takes its time
  await printedHall.kill()
  await expect(kiosk.getByText('Билети се издават и без нея')).toBeVisible()
  await kiosk.getByRole('button', { name: 'English' }).tap()
  await kiosk.getByRole('button', { name: 'Pay a fee (cash desk)' }).tap()
  await kiosk.getByRole('button', { name: 'Take a ticket' }).tap()
  await expect(kiosk.getByText('Please take your ticket.')).toBeVisible()
  const [, sheet, ...more] = await sheets()
  expect(more).toEqual([])
  for (const words of ['48mm', printed('П 801'), 'Издаден без връзка / Issued without connection'])
    expect(sheet).toContain(words)
  await printedHall.close()
})

test('a window that is cut off shows its list as it was, and what its clerk notes is entered when the line is back', async ({
  screens,
}) => {
  screens.expectLossOfLine()
  const [first, second] = [
    await hall.kiosk.done('issue-ticket', { service: 'payment' }),
    await hall.kiosk.done('issue-ticket', { service: 'payment' }),
  ]
  const desk = await screens.counter(hall.base)
  await openWindow(desk, 'clerk4', 4)
  await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
  await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))
  await hall.kill()

  const paper = desk.getByRole('region', { name: 'Режим на хартия' })
  await test.step('the person who was at the window is finished on paper, then the next of the list is noted', async () => {
    await expect(paper).toContainText('разберете се помежду си')
    await expect(desk.locator('.next-label')).toHaveText(printed(second.ticket.label))
    const end = paper.getByRole('button', { name: 'Край' })
    await expect(paper.getByRole('button', { name: `Продължете с ${first.ticket.label}` })).toHaveAttribute(
      'aria-keyshortcuts',
      'G',
    )
    if (process.env['PICTURES']) await desk.screenshot({ path: `${process.env['PICTURES']}/paper-begin.png` })
    await pressUntil(desk, 'KeyG', end)
    if (process.env['PICTURES']) await desk.screenshot({ path: `${process.env['PICTURES']}/paper-at.png` })
    await desk.keyboard.press('KeyL')
    await expect(paper.getByLabel('Резултат')).toBeFocused()
    await paper.getByLabel('Резултат').selectOption('fee-paid')
    await tabTo(desk, end)
    await pressUntil(desk, 'Enter', paper.getByLabel('Кого обслужвате'))
    await desk.keyboard.press('KeyL')
    await expect(paper.getByLabel('Кого обслужвате')).toBeFocused()
    await desk.keyboard.type('п2')
    await paper.getByRole('button', { name: 'Начало' }).dblclick()
    await expect(end).toBeVisible()
    await pressUntil(desk, 'KeyG', paper.getByLabel('Кого обслужвате'))
    await paper.getByLabel('Кого обслужвате').fill('п 2')
    await paper.getByRole('button', { name: 'Начало' }).click()
    await expect(paper.getByRole('alert').filter({ hasText: 'вече е записан' })).toBeVisible()
    await expect(paper.getByRole('listitem')).toHaveCount(2)
    await expectAccessible(desk)
    if (process.env['PICTURES']) await desk.screenshot({ path: `${process.env['PICTURES']}/paper-mode.png` })
  })

  await test.step('with the line back both visits are over, each once, with their outcomes', async () => {
    await hall.restart()
    await expect(paper).toHaveCount(0, { timeout: 10_000 })
    await expect(state(desk)).toHaveText('Няма чакащи')
    const auditor = await hall.as('auditor')
    const { events }: { readonly events: readonly { readonly type: string; readonly body: object }[] } = (
      await auditor.get('/api/offices/pernik/events?day=2026-11-25')
    ).body
    expect(events.filter(({ type }) => type === 'served-on-paper').map(({ body }) => body)).toMatchObject([
      { label: first.ticket.label, window: 4, outcome: 'fee-paid' },
      { label: second.ticket.label, window: 4, outcome: 'served' },
    ])
    expect((await (await hall.as('supervisor')).view('supervisor')).view.today).toMatchObject({
      finished: 2,
      waiting: 0,
    })
  })
})

test('the supervisor declares a roll of paper, and its numbers are called like any other', async ({
  screens,
}) => {
  screens.expectLossOfLine() // the hall closes before the screen
  const page = await screens.counter(hall.base, { width: 1280, height: 900 })
  await signIn(page, 'supervisor')
  await page.getByRole('link', { name: 'Надзор' }).click()
  await page.getByRole('link', { name: 'Вписване на посетител' }).click()
  await page.getByLabel('Буква').selectOption('П')
  await page.getByLabel('От номер').fill('501')
  await page.getByLabel('До номер', { exact: true }).fill('560')
  await page.getByRole('button', { name: 'Обяви ролката' }).click()
  await expect(page.getByText('Вписани: 0')).toBeVisible()
  await page.getByLabel('Раздадени до номер').fill('502')
  await page.getByLabel('Първият в').fill('10:05')
  await page.getByLabel('Последният в').fill('10:10')
  await page.getByRole('button', { name: 'Впиши раздадените' }).click()
  await expect(page.getByText('Вписани: 2')).toBeVisible()
  await expectAccessible(page)
  if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/rolls.png` })

  const clerk = await hall.as('clerk4')
  await clerk.done('open-window', { window: 4 })
  const { ticket } = await clerk.done('call-next', { window: 4 })
  expect(ticket).toMatchObject({ label: 'П 501', issuedAt: '2026-11-25T08:05:00.000Z' })
})

/** Numbers are in store, and the page is kept for a start without the server. */
async function isReady(kiosk: Page, of = hall): Promise<void> {
  const auditor = await of.as('auditor')
  const types = async () => {
    const { events }: { readonly events: readonly { readonly type: string }[] } = (
      await auditor.get('/api/offices/pernik/events?day=2026-11-25')
    ).body
    return events.map(({ type }) => type)
  }
  await expect.poll(types).toContain('numbers-held')
  await kiosk.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => kiosk.evaluate(async () => (await caches.keys()).length)).toBe(1)
}

async function takeTicket(kiosk: Page, { priority = false } = {}): Promise<string> {
  await kiosk.getByRole('button', { name: 'Плащане на такса (каса)' }).tap()
  if (priority) await kiosk.getByText('Желая обслужване с предимство').tap()
  await kiosk.getByRole('button', { name: 'Изтеглете билет' }).tap()
  await expect(kiosk.getByRole('heading', { level: 1 })).toContainText('Вашият номер е')
  const label = await kiosk.locator('.ticket-label').getAttribute('data-label')
  if (process.env['PICTURES']) await kiosk.screenshot({ path: `${process.env['PICTURES']}/${label}.png` })
  if (priority) await expectAccessible(kiosk)
  await kiosk.getByRole('button', { name: 'Готово' }).tap()
  return label ?? ''
}
