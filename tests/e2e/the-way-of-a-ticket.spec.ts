import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import { printed } from '#shared/labels.ts'
import { startProcess, type HallProcess } from '../harness/process.ts'
import { openWindow, pressUntil, state } from './desk.ts'
import { expect, test, type Locator, type Page } from './screens.ts'

// With all that moves; the bundle as it is shipped; ten times as fast, so that nobody waits long for the first seconds after the printer.
let hall: HallProcess
test.beforeAll(async () => void (hall = await startProcess({ speed: 10 })))
test.afterAll(() => hall.close())
test.use({ motion: 'full' })

test('a ticket goes from the kiosk to the window to the board, and the phone goes with it', async ({
  screens,
}) => {
  const label = 'Г 001'
  const board = await screens.board(hall.base)
  const kiosk = await screens.kiosk(hall.base)
  await expect(board.locator('.foot-clock')).toHaveText(/^10:1\d$/) // the office's time, in a browser of New York

  await test.step('three touches take a ticket', async () => {
    const touches = [
      kiosk.getByRole('button', { name: 'Гражданско състояние и адресна регистрация' }),
      kiosk.getByRole('button', { name: 'Удостоверение за наследници' }),
      kiosk.getByRole('button', { name: 'Изтеглете билет' }),
    ]
    for (const touch of touches) await touch.tap()
    await expect(kiosk.getByRole('heading', { level: 1 })).toHaveText(`Вашият номер е ${printed(label)}`)
    await expect(kiosk.getByText('Чакащи пред Вас: 0')).toBeVisible()
  })

  const phone = await screens.phone(await addressIn(kiosk.getByRole('img', { name: /QR/ })))
  await test.step('the code on the screen leads a phone to the same number', async () => {
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText(`Вашият номер е ${printed(label)}`)
    await expect(phone.getByText('Чакащи пред Вас: 0')).toBeVisible()
    await kiosk.getByRole('button', { name: 'Готово' }).tap()
    await expect(kiosk.getByRole('heading', { name: 'Моля, изберете услуга' })).toBeVisible()
    await expect(
      kiosk.getByRole('button', { name: 'Гражданско състояние и адресна регистрация' }),
    ).toContainText('Чакащи: 1')
  })

  const desk = await screens.counter(hall.base)
  const sign = await screens.sign(hall.base, 2)
  await test.step('a clerk opens a window and calls, once the person has left the kiosk', async () => {
    await openWindow(desk, 'clerk2', 2)
    await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
    await expect(desk.locator('.at-window-label')).toHaveText(printed(label))
    await expect(desk.getByText(/^Защо: Чака най-дълго/)).toBeVisible()
  })

  await test.step('board, sign and phone name number and window, and the hall chimes once', async () => {
    await expect(called(board)).toContainText(`Номер ${printed(label)}, моля, заповядайте на гише 2`)
    await expect(sign.getByRole('main')).toContainText(printed(label))
    await expect(phone.getByText('Заповядайте на гише 2')).toBeVisible()
    expect(await chimes(board)).toBe(1)
  })

  await test.step('calling again chimes once more', async () => {
    await desk.keyboard.press('KeyR')
    await expect(called(board)).toContainText('Повторно повикване')
    await expect.poll(() => chimes(board)).toBe(2)
  })

  await test.step('Enter starts the service, Enter ends it', async () => {
    await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))
    await expect(called(board)).toContainText('Сега се обслужва')
    await expect(phone.getByRole('heading', { name: 'Обслужва се на гише 2' })).toBeVisible()
    await pressUntil(desk, 'Enter', state(desk).getByText('Няма чакащи'))
    await expect(phone.getByRole('heading', { name: 'Обслужването приключи' })).toBeVisible()
    expect(await chimes(board)).toBe(2)
  })
})

test('English is there from the kiosk to the phone and the window', async ({ screens }) => {
  const kiosk = await screens.kiosk(hall.base)
  await kiosk.getByRole('button', { name: 'English' }).tap()
  await expect(kiosk.locator('html')).toHaveAttribute('lang', 'en')
  await kiosk.getByRole('button', { name: 'Pay a fee (cash desk)' }).tap()
  await expect(kiosk.getByRole('heading', { name: 'Documents required' })).toBeVisible()
  await kiosk.getByRole('button', { name: 'Take a ticket' }).tap()
  await expect(kiosk.getByRole('heading', { level: 1 })).toHaveText(`Your number is ${printed('П 001')}`)

  const phone = await screens.phone(await addressIn(kiosk.getByRole('img', { name: /QR/ })))
  await expect(phone.locator('html')).toHaveAttribute('lang', 'en')
  await expect(phone.getByText('People ahead of you: 0')).toBeVisible()
  await expect(phone.locator('[data-label]')).toHaveAttribute('lang', 'bg') // the letter is Cyrillic

  const desk = await screens.counter(hall.base)
  await desk.getByRole('button', { name: 'English' }).click()
  await expect(desk.locator('html')).toHaveAttribute('lang', 'en')
  await expect(desk.getByRole('heading', { name: 'Staff sign-in' })).toBeVisible()
})

/** What is called now, for eyes and ears. */
function called(board: Page): Locator {
  return board.getByRole('region', { name: 'Повикване' })
}

async function chimes(board: Page): Promise<number> {
  return Number(await board.locator('html').getAttribute('data-chimes'))
}

/** Reads a code as a phone's camera does: from the picture. */
async function addressIn(code: Locator): Promise<string> {
  await expect(code).toBeVisible()
  const { data, width, height } = PNG.sync.read(await code.page().screenshot())
  return jsqr.default(Uint8ClampedArray.from(data), width, height)?.data ?? 'no code in the picture'
}
