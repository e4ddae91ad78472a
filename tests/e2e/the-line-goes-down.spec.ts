import { printed } from '#shared/labels.ts'
import { startProcess, type HallProcess } from '../harness/process.ts'
import { hasty } from '../harness/settings.ts'
import { openWindow, pressUntil, state } from './desk.ts'
import { expect, test, type Page } from './screens.ts'

/** What a screen may take to say that its line is down, and to be live again. */
const SOON_MS = 3_000

// As in the hall: the kiosk keeps its page.
test.use({ serviceWorkers: 'allow' })

let hall: HallProcess
test.beforeEach(async () => void (hall = await startProcess({ offices: [hasty()] })))
test.afterEach(() => hall.close())

test('a killed server: every screen says so, and each is live again by itself, with nothing lost and nothing said twice', async ({
  screens,
}) => {
  screens.expectLossOfLine()
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const waiting = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const desk = await screens.counter(hall.base)
  const board = await screens.board(hall.base)
  const kiosk = await screens.kiosk(hall.base)
  const phone = await screens.phone(`${hall.base}/t/pernik/${waiting.ticket.code}`)
  await openWindow(desk, 'clerk4', 4)
  await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
  await expect.poll(() => chimes(board)).toBe(1)
  await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))
  await expect(phone.getByText('Чакащи пред Вас: 0')).toBeVisible()
  await markAll([desk, board, kiosk, phone])

  await test.step('within three seconds of the end each says that it has no line', async () => {
    await hall.kill()
    await Promise.all([
      shows(board, 'Таблото няма връзка със системата'),
      shows(desk, 'Няма връзка със системата'),
      shows(kiosk, 'Няма връзка със системата'),
      shows(phone, 'Няма връзка'),
    ])
    await expect(kiosk.getByText('Билети се издават и без нея')).toBeVisible()
    await expect(desk.getByText(printed(ticket.label)).first()).toBeVisible() // the person is still there
  })

  await test.step('within three seconds of its return each is live again', async () => {
    await hall.restart()
    await Promise.all([
      shows(board, 'Сега се обслужва'),
      shows(desk, 'обслужва', 'Няма връзка'),
      shows(kiosk, 'Моля, изберете услуга'),
      shows(phone, 'Чакащи пред Вас', 'Няма връзка'),
    ])
  })

  await test.step('nothing is lost: the number is where it was, and its time runs on', async () => {
    await expect(state(desk)).toHaveText('Обслужване')
    await expect(desk.locator('.at-window-label')).toHaveText(printed(ticket.label))
    await expect(desk.getByRole('timer')).toContainText(/^00:\d\d/)
    await expect(phone.getByText('Чакащи пред Вас: 0')).toBeVisible()
    await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
    await expect(desk.locator('.at-window-label')).toHaveText(printed(waiting.ticket.label))
    await expect(phone.getByText('Заповядайте на гише 4')).toBeVisible()
  })

  await test.step('nothing was said twice, and no page was loaded anew', async () => {
    await expect.poll(() => chimes(board)).toBe(2) // one for each of the two calls
    expect(await markedStill([desk, board, kiosk, phone])).toEqual([true, true, true, true])
  })
})

test('a server that is stopped in good order and started again: the same', async ({ screens }) => {
  screens.expectLossOfLine()
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const clerk = await hall.as('clerk4')
  await clerk.done('open-window', { window: 4 })
  const board = await screens.board(hall.base)
  await expect(board.getByText('Днес още няма повикани')).toBeVisible()
  await clerk.done('call-next', { window: 4 })
  await expect.poll(() => chimes(board)).toBe(1)
  // A call that is broken off is said again; this one has had its turn.
  const auditor = await hall.as('auditor')
  const told = async () => {
    const { announcements }: { readonly announcements: readonly { readonly telling: string }[] } = (
      await auditor.get('/api/offices/pernik/announcements?day=2026-11-25')
    ).body
    return announcements.map(({ telling }) => telling)
  }
  await expect.poll(told, { timeout: 20_000 }).toHaveLength(2)
  await markAll([board])

  expect(await hall.terminate()).toBe(0)
  await shows(board, 'Таблото няма връзка със системата')
  await hall.restart()
  await shows(board, 'Моля, заповядайте', 'Таблото няма връзка')
  await expect(board.getByRole('region', { name: 'Повикване' })).toContainText(printed(ticket.label))
  expect(await markedStill([board])).toEqual([true])
  expect(await chimes(board)).toBe(1)
})

test('a server that stands still and answers nothing is noticed, and its return too', async ({ screens }) => {
  screens.expectLossOfLine()
  const board = await screens.board(hall.base)
  const kiosk = await screens.kiosk(hall.base)
  const desk = await screens.counter(hall.base)
  await openWindow(desk, 'clerk4', 4)
  await expect(board.getByText('Днес още няма повикани')).toBeVisible()
  await expect(kiosk.getByRole('heading', { name: 'Моля, изберете услуга' })).toBeVisible()
  await markAll([board, kiosk, desk])

  hall.freeze()
  await Promise.all([
    shows(board, 'Таблото няма връзка със системата'),
    shows(kiosk, 'Няма връзка със системата'),
    shows(desk, 'Няма връзка със системата'),
  ])
  hall.thaw()
  await Promise.all([
    shows(board, 'Днес още няма повикани'),
    shows(kiosk, 'Моля, изберете услуга'),
    shows(desk, 'Гише 4', 'Няма връзка'),
  ])
  expect(await markedStill([board, kiosk, desk])).toEqual([true, true, true])
})

/** @throws when the page does not say so in time, or goes on saying what it is to be rid of. */
async function shows(page: Page, words: string, instead = '\u0000'): Promise<void> {
  // The page itself looks, at each frame: a look from outside now and then would come late.
  await page.waitForFunction(
    ([said, gone]) => {
      const text = document.body.innerText
      return text.includes(said) && !text.includes(gone)
    },
    [words, instead] as const,
    { timeout: SOON_MS },
  )
}

async function chimes(board: Page): Promise<number> {
  return Number(await board.locator('html').getAttribute('data-chimes'))
}

/** A page that is loaded anew loses the mark. */
async function markAll(pages: readonly Page[]): Promise<void> {
  for (const page of pages) await page.evaluate(() => Object.assign(window, { isTheSamePage: true }))
}

async function markedStill(pages: readonly Page[]): Promise<readonly boolean[]> {
  return Promise.all(pages.map((page) => page.evaluate(() => 'isTheSamePage' in window)))
}
