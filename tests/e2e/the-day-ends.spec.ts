import { printed } from '#shared/labels.ts'
import { officeTime } from '../harness/settings.ts'
import { mainAction, openWindow, pressUntil, signIn, state } from './desk.ts'
import { expect, test, type Page } from './screens.ts'

test.describe('at 17:00', () => {
  test.use({ at: '2026-11-25T16:59:50' })

  test('the kiosk gives a ticket until the last second, then says why not and whom to ask', async ({
    hall,
    screens,
  }) => {
    const kiosk = await screens.kiosk(hall.base)
    await kiosk.getByRole('button', { name: 'Плащане на такса (каса)' }).tap()
    hall.clock.moveTo(officeTime('2026-11-25T16:59:59'))
    await kiosk.getByRole('button', { name: 'Изтеглете билет' }).tap()
    await expect(kiosk.getByRole('heading', { level: 1 })).toContainText(printed('П 001'))

    hall.clock.moveTo(officeTime('2026-11-25T17:00'))
    await expect(kiosk.getByRole('heading', { level: 1 })).toContainText(printed('П 001')) // nobody's ticket is taken from under their eyes
    await kiosk.getByRole('button', { name: 'Готово' }).tap()
    await expect(kiosk.getByRole('heading', { name: 'Издаването на билети за днес приключи' })).toBeVisible()
    await expect(kiosk.getByText('ще бъдат обслужени, но не по\u2011късно от 19:00 часа')).toBeVisible()
    await expect(
      kiosk.getByText('Ако сте в центъра без билет, моля, обърнете се към служител.'),
    ).toBeVisible()
    await expect(kiosk.getByText('четвъртък, 26.11.2026 г.')).toBeVisible()
    await expect(kiosk.getByRole('button', { name: 'Изтеглете билет' })).toHaveCount(0)
  })

  test('whoever was in the hall is entered by the supervisor or a clerk, called, and served', async ({
    hall,
    screens,
  }) => {
    const [board, desk, supervisor] = [
      await screens.board(hall.base),
      await screens.counter(hall.base),
      await screens.counter(hall.base),
    ]
    await openWindow(desk, 'clerk4', 4)
    await expect(desk.getByText(/Работното време свършва след 1 мин\., в 17:00\sч\./)).toBeVisible()
    hall.clock.moveTo(officeTime('2026-11-25T17:00:01'))
    await expect(board.getByText(/не по-късно от 19:00 часа/)).toBeVisible()
    await expect(board.getByText('Издаването на билети за днес приключи')).toBeVisible()

    await signIn(supervisor, 'supervisor')
    await supervisor.getByRole('link', { name: 'Надзор' }).click()
    await supervisor.getByRole('link', { name: 'Вписване на посетител' }).click()
    await supervisor
      .getByLabel('Услуга', { exact: true })
      .selectOption({ label: 'Плащане на данъци, такси и цени на услуги' })
    await supervisor.getByRole('button', { name: 'Впиши: в залата от преди 17:00 ч.' }).click()
    await expect(supervisor.getByRole('status', { name: 'Кажете номера на посетителя' })).toContainText(
      printed('П 001'),
    )

    await desk.keyboard.press('E')
    await expect(desk.getByText('Вписва се само посетител, който е бил в залата в 17:00 ч.')).toBeVisible()
    await desk.keyboard.type('плащане')
    await desk.keyboard.press('Enter')
    const told = desk.locator('[data-panel]') // the keys are its own: Enter once too often calls nobody
    await expect(told.getByRole('status', { name: 'Кажете номера на посетителя' })).toContainText(
      printed('П 002'),
    )
    await desk.keyboard.press('Escape')

    hall.clock.moveTo(officeTime('2026-11-25T17:00:20'))
    await expect(mainAction(desk, 'Повикай следващия')).toHaveAttribute('aria-disabled', 'false')
    await desk.keyboard.press('Enter')
    await expect(state(desk)).toHaveText('Повикан номер')
    await expect(desk.getByText('в центъра в края на деня')).toBeVisible()
    await expect(board.getByRole('region', { name: 'Повикване' })).toContainText(printed('П 001'))
  })
})

test.describe('at 19:00', () => {
  test.use({ at: '2026-11-25T16:55' })

  test('who still waits gets an apology in words, on the board and on the phone', async ({
    hall,
    screens,
  }) => {
    const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
    await (await hall.as('clerk4')).done('open-window', { window: 4 })
    const board = await screens.board(hall.base)
    const phone = await screens.phone(`${hall.base}/t/pernik/${ticket.code}`)
    await expect(phone.getByText('Чакащи пред Вас: 0')).toBeVisible()

    hall.clock.moveTo(officeTime('2026-11-25T18:59:55'))
    await expect(phone.getByText('Чакащи пред Вас: 0')).toBeVisible()
    hall.clock.moveTo(officeTime('2026-11-25T19:00'))
    await expect(board.getByText('Извиняваме се за загубеното време')).toBeVisible()
    await expect(board.getByText('Следващ работен ден: четвъртък, 26.11.2026 г., от 08:30 ч.')).toBeVisible()
    await expect(phone.getByRole('heading', { name: 'Извиняваме се за загубеното време' })).toBeVisible()
    await expect(phone.getByText('четвъртък, 26.11.2026 г., от 08:30 ч.')).toBeVisible()
  })
})

test.describe('past 19:00', () => {
  test.use({ at: '2026-11-25T16:55' })

  test('whoever is at a window is finished there: no other service begins, and the desk says why', async ({
    hall,
    screens,
  }) => {
    await hall.kiosk.done('issue-ticket', { service: 'payment' })
    hall.clock.moveTo(officeTime('2026-11-25T16:56'))
    const desk = await screens.counter(hall.base)
    await openWindow(desk, 'clerk4', 4)
    const clerk = await hall.as('clerk4')
    await clerk.done('call-next', { window: 4 })
    await clerk.done('start-service', { window: 4 })
    hall.clock.moveTo(officeTime('2026-11-25T19:00'))
    await expect(desk.locator('.now-main').getByRole('button', { name: 'Приключи' })).toBeVisible()
    for (const [key, what] of [
      ['H', 'Изчакване'],
      ['T', 'Прехвърли'],
      ['S', 'Още една услуга'],
    ] as const) {
      await desk.keyboard.press(key)
      await expect(
        desk.getByRole('status').filter({ hasText: `${what}: работният ден приключи` }),
      ).toBeVisible()
    }
  })
})

test.describe('just before 19:00', () => {
  test.use({ at: '2026-11-25T18:59:50' })

  test('a call that comes too soon is told with its seconds running, and no longer than that is so', async ({
    hall,
    screens,
  }) => {
    const desk = await screens.counter(hall.base)
    await openWindow(desk, 'clerk4', 4)
    await (await hall.as('clerk4')).done('issue-ticket', { service: 'payment', presentAtClosing: true })
    const refused = desk.getByRole('alert').filter({ hasText: printed('П 001') })
    await pressUntil(desk, 'Enter', refused)
    await expect(refused).toContainText('Може да се повика след 15 сек.')
    hall.clock.moveTo(officeTime('2026-11-25T18:59:56'))
    await expect(refused).toContainText('Може да се повика след 9 сек.')
    hall.clock.moveTo(officeTime('2026-11-25T19:00'))
    await expect(state(desk)).toHaveText('Работният ден на центъра приключи')
    await expect(refused).toHaveCount(0)
    await expect(desk.getByText('четвъртък, 26.11.2026 г.')).toBeVisible()
    await expect(mainAction(desk, 'Отвори гишето')).toHaveCount(0)
  })
})

test.describe('after 19:00', () => {
  test.use({ at: '2026-11-25T18:55' })

  test('whoever still serves comes back to that window; of nobody else it is asked at which they are', async ({
    hall,
    screens,
  }) => {
    const clerk = await hall.as('clerk4')
    await clerk.done('open-window', { window: 4 })
    await clerk.done('issue-ticket', { service: 'payment', presentAtClosing: true })
    hall.clock.moveTo(officeTime('2026-11-25T18:56'))
    await clerk.done('call-next', { window: 4 })
    await clerk.done('start-service', { window: 4 })

    const idle = await screens.counter(hall.base)
    await signIn(idle, 'clerk2')
    await expect(heading(idle)).toHaveText('На кое гише работите днес?')
    await idle.keyboard.press('Digit4')
    await expect(idle.getByRole('status')).toHaveText('На гише 4 работи Служител 4.')
    hall.clock.moveTo(officeTime('2026-11-25T19:00'))
    await expect(heading(idle)).toHaveText('Работният ден на центъра приключи')
    await expect(idle.getByText('четвъртък, 26.11.2026 г.')).toBeVisible()

    const desk = await screens.counter(hall.base)
    await signIn(desk, 'clerk4')
    await expect(state(desk)).toHaveText('Обслужване')
    await pressUntil(desk, 'Enter', state(desk).getByText('Работният ден на центъра приключи'))
    await desk.keyboard.press('KeyP')
    await expect(desk.getByRole('status').getByText('Почивка: работният ден приключи')).toBeVisible()
    await expect(desk.getByRole('heading', { name: 'Почивка: причина' })).toBeHidden()
    await pressUntil(desk, 'Enter', desk.getByRole('button', { name: 'Друго гише' }))
  })
})

test.describe('before the opening', () => {
  test.use({ at: '2026-11-26T08:29:55' })

  test('the kiosk names the hour, and opens by itself', async ({ hall, screens }) => {
    const [kiosk, board] = [await screens.kiosk(hall.base), await screens.board(hall.base)]
    await expect(heading(kiosk)).toHaveText('Центърът отваря в 08:30 ч.')
    await expect(board.getByText('Центърът отваря в 08:30 ч.').first()).toBeVisible()
    hall.clock.moveTo(officeTime('2026-11-26T08:30'))
    await expect(heading(kiosk)).toHaveText('Моля, изберете услуга')
    await expect(board.getByText('Отворено до 17:00 ч.')).toBeVisible()
  })
})

test.describe('on Christmas Day', () => {
  test.use({ at: '2026-12-25T10:00' })

  test('kiosk, board and window say why the centre is closed and when it opens', async ({
    hall,
    screens,
  }) => {
    const next = 'вторник, 29.12.2026 г.' // the 26th, a Saturday, is made good on Monday
    const kiosk = await screens.kiosk(hall.base)
    await expect(heading(kiosk)).toHaveText('Днес центърът не работи')
    await expect(kiosk.getByText(/Рождество Христово/)).toBeVisible()
    await expect(kiosk.getByText(next)).toBeVisible()
    await kiosk.getByRole('button', { name: 'English' }).tap()
    await expect(heading(kiosk)).toHaveText('The centre is closed today')
    await expect(kiosk.getByText(/^Tuesday,? 29 December 2026$/)).toBeVisible()

    const board = await screens.board(hall.base)
    await expect(board.getByText('Днес центърът не работи').first()).toBeVisible()
    await expect(board.getByText(next)).toBeVisible()

    const desk = await screens.counter(hall.base)
    await signIn(desk, 'clerk2')
    await expect(heading(desk)).toHaveText(/^Днес центърът не работи: .*Рождество Христово/)
    await expect(desk.getByText(next)).toBeVisible()
    await expect(desk.getByText('от 08:30')).toBeVisible()
    await desk.keyboard.press('Digit2') // which window one is at is not asked, for none could be opened
    await expect(heading(desk)).toHaveText(/^Днес центърът не работи/)
  })
})

function heading(page: Page) {
  return page.getByRole('heading', { level: 1 })
}
