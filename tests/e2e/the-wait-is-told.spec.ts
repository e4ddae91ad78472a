import type { Hall } from '../harness/hall.ts'
import { openWindow, signIn } from './desk.ts'
import { expect, test } from './screens.ts'

const CIVIL = 'birth-certificate-duplicate'

/** One window for civil status, and people who wait for it. */
async function line(hall: Hall, people: number) {
  const clerk = await hall.as('clerk2')
  await clerk.done('open-window', { window: 2 })
  const tickets = []
  for (let each = 0; each < people; each += 1)
    tickets.push((await hall.kiosk.done('issue-ticket', { service: CIVIL })).ticket)
  const last = tickets.at(-1)
  if (last === undefined) throw new Error('nobody waits')
  return last
}

/** A range as the kiosk tells it. */
const RANGE = /(\d+–\d+|до \d+)\sмин\./

test('before the ticket the kiosk says who is ahead and how long it takes; the ticket and the phone say it too', async ({
  hall,
  screens,
}) => {
  await line(hall, 6)
  const kiosk = await screens.kiosk(hall.base)
  const group = kiosk.getByRole('button', { name: 'Гражданско състояние и адресна регистрация' })
  await expect(group).toContainText(new RegExp(`Чакащи пред Вас: 6 · ${RANGE.source}`))
  await expect(kiosk.getByRole('button', { name: 'Плащане на такса (каса)' })).not.toContainText(RANGE) // no window
  await group.tap()
  const service = kiosk.getByRole('button', { name: /^Удостоверение за раждане/ })
  await expect(service).toContainText(new RegExp(`Чакащи пред Вас: 6 · ${RANGE.source}`))
  // Nobody waits for this one, but its window serves the others too.
  const other = kiosk.getByRole('button', { name: /^Удостоверение за наследници/ })
  await expect(other).toContainText(new RegExp(`Чакащи пред Вас: 6 · ${RANGE.source}`))
  await service.tap()
  const face = kiosk.locator('.wait-told--beside-choice')
  await expect(face).toContainText('Чакащи пред Вас6')
  await expect(face).toContainText(RANGE)
  await expect(kiosk.getByText('Чакащи за услугата')).toHaveCount(0) // a second count, of others, beside the one ahead
  await kiosk.getByRole('button', { name: 'Изтеглете билет' }).tap()
  await expect(kiosk.locator('.stub')).toContainText(RANGE)

  const ticket = await hall.kiosk.done('issue-ticket', { service: CIVIL })
  const phone = await screens.phone(`${hall.base}/t/pernik/${ticket.ticket.code}`)
  await expect(phone.locator('.phone-wait')).toContainText(RANGE)
})

test('where no window is open the kiosk says so before the ticket and beside it, until one opens', async ({
  hall,
  screens,
}) => {
  const kiosk = await screens.kiosk(hall.base)
  await kiosk.getByRole('button', { name: 'Гражданско състояние и адресна регистрация' }).tap()
  await expect(kiosk.getByRole('button', { name: /^Удостоверение за раждане/ })).toContainText('Чакащи: 0')
  await kiosk.getByRole('button', { name: /^Удостоверение за раждане/ }).tap()
  await expect(kiosk.getByText('В момента няма отворено гише.')).toBeVisible()
  await kiosk.getByRole('button', { name: 'Изтеглете билет' }).tap()
  const beside = kiosk.locator('.nobody')
  await expect(kiosk.getByText('Вашият номер е')).toBeVisible()
  await expect(beside).toHaveText(
    'В момента няма отворено гише. Номерът Ви ще бъде повикан, щом гише отвори.',
  )
  await (await hall.as('clerk2')).done('open-window', { window: 2 })
  await expect(beside).toHaveCount(0)
})

test('when the line is down with a service open, nothing stays of what nobody knows then, and no lines around it', async ({
  hall,
  screens,
}) => {
  await line(hall, 1)
  const kiosk = await screens.kiosk(hall.base)
  await kiosk.getByRole('button', { name: 'Гражданско състояние и адресна регистрация' }).tap()
  await kiosk.getByRole('button', { name: /^Удостоверение за раждане/ }).tap()
  await expect(kiosk.getByText('Отворени гишета')).toBeVisible()
  screens.expectLossOfLine()
  await hall.close()
  await expect(kiosk.getByText('Няма връзка със системата')).toBeVisible()
  await expect(kiosk.getByRole('heading', { name: 'Необходими документи' })).toBeVisible()
  await expect(kiosk.locator('dl')).toHaveCount(0)
})

test('the board says how long whoever comes now will wait, by letter', async ({ hall, screens }) => {
  await line(hall, 8)
  const board = await screens.board(hall.base)
  await expect(board.locator('.foot-waits')).toContainText('Чакане, мин.')
  await expect(board.locator('.foot-waits dl')).toContainText(/Г\s*\d+–\d+/)
})

test('the clerk and the supervisor see who is going to wait longer than the standard before it happens', async ({
  hall,
  screens,
}) => {
  await line(hall, 9)
  const supervisor = await screens.counter(hall.base)
  await signIn(supervisor, 'supervisor')
  await supervisor.getByRole('link', { name: 'Надзор' }).click()
  await expect(supervisor.getByText(/Предвижда се да чакат над 20 мин\.: [3-6]/)).toBeVisible()
  await expect(supervisor.locator('.order-late').last()).toContainText('ще мине стандарта')

  // A long name beside a mark, and another that begins as it does.
  await hall.kiosk.done('issue-ticket', { service: 'address-certificate', priority: true, language: 'en' })
  const desk = await screens.counter(hall.base)
  await openWindow(desk, 'clerk3', 3)
  await expect(desk.locator('.next-late').last()).toContainText('ще чака над 20 мин.')
  await expect(desk.locator('.next-ticket:has(.next-late)').last()).toContainText(
    /чака \d+ мин\.△ ще чака над 20 мин\./,
  )
  const rows = desk.locator('.next-ticket:not([open]) > summary')
  const heights = await rows.evaluateAll((each) => each.map((row) => row.getBoundingClientRect().height))
  expect(new Set(heights).size).toBe(1) // those with the mark are no higher than those without
  const names = desk.locator('.next-service')
  expect(
    await names.evaluateAll((each) => each.filter((name) => name.scrollWidth > name.clientWidth).length),
  ).toBe(0)
})

test.describe('towards the end of the day', () => {
  test.use({ at: '2026-11-25T16:50' })

  test('the kiosk says plainly when the turn will probably not come, and offers the next morning', async ({
    hall,
    screens,
  }) => {
    await line(hall, 30)
    const kiosk = await screens.kiosk(hall.base)
    const group = kiosk.getByRole('button', { name: 'Гражданско състояние и адресна регистрация' })
    await expect(group).toContainText('Чакащи пред Вас: 30')
    await expect(group).not.toContainText('мин') // no figure would be true
    await group.tap()
    await kiosk.getByRole('button', { name: /^Удостоверение за раждане/ }).tap()
    await expect(kiosk.locator('.wait-unlikely')).toContainText('Вероятно редът Ви няма да дойде до 19:00 ч.')
    await expect(kiosk.locator('.wait-unlikely')).toContainText('четвъртък, 26.11.2026 г. от 08:30 ч.')
    await expect(kiosk.getByRole('button', { name: 'Изтеглете билет' })).toBeEnabled() // the person decides
  })
})
