import { printed } from '#shared/labels.ts'
import type { Hall } from '../harness/hall.ts'
import { officeTime } from '../harness/settings.ts'
import { chooseWindow, mainAction, mainSpot, openWindow, pressUntil, state, tabTo } from './desk.ts'
import { expectAllReadable } from './readable.ts'
import { expect, test, type Page } from './screens.ts'
import { testWithPaper } from './with-paper.ts'

const PICTURES = process.env['PICTURES']

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/keys-${name}.png` })
}

/** Somebody waits for each of these at 10:20. */
async function waiting(hall: Hall, ...services: string[]): Promise<void> {
  for (const service of services) await hall.kiosk.done('issue-ticket', { service })
  hall.clock.moveTo(officeTime('2026-11-25T10:20'))
}

test('whoever signs out by keys calls nobody: Esc stays, Enter closes the window and leaves', async ({
  hall,
  screens,
}) => {
  await waiting(hall, 'heirs-certificate', 'heirs-certificate')
  await (await hall.as('clerk3')).done('open-window', { window: 3 })
  const desk = await screens.counter(hall.base)
  const { keyboard } = desk
  await openWindow(desk, 'clerk2', 2)
  const signOut = desk.getByRole('button', { name: 'Изход' })
  const notice = desk.locator('.leave')

  await test.step('with somebody at the window closing is not offered, and it says why', async () => {
    await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
    await tabTo(desk, signOut)
    await keyboard.press('Enter')
    await expect(notice).toContainText(`Затвори гишето: след ${printed('Г 001')}.`)
    await expect(notice.getByRole('button', { name: 'Затвори гишето и излез' })).toHaveCount(0)
    await expect(notice.getByRole('button', { name: 'Остани' })).toBeFocused()
    await expectAllReadable(desk)
    await picture(desk, 'leave-busy')
    await keyboard.press('Enter')
    await expect(notice).toHaveCount(0)
    await expect(signOut).toBeFocused()
    await expect(state(desk)).toHaveText('Повикан номер')
  })

  await test.step('at a free window Enter is for leaving alone', async () => {
    await desk.getByRole('heading', { level: 1 }).click()
    await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))
    await pressUntil(desk, 'KeyF', state(desk).getByText('Свободно'))
    await tabTo(desk, signOut)
    await keyboard.press('Enter')
    await expect(notice.getByRole('button', { name: 'Затвори гишето и излез' })).toBeFocused()
    await expectAllReadable(desk)
    await picture(desk, 'leave-free')
    await keyboard.press('Escape')
    await expect(notice).toHaveCount(0)
    await keyboard.press('Enter')
    await pressUntil(desk, 'Enter', desk.getByRole('heading', { name: 'Вход за служители' }))
  })
  const { windows } = (await (await hall.as('supervisor')).view('supervisor')).view
  expect(windows.find(({ window }) => window === 2)).toMatchObject({ state: 'closed', label: null })
})

testWithPaper(
  'at the sign-up window with a printer each key stands once, and does what it stands for',
  async ({ hall, screens }) => {
    await waiting(hall, 'information', 'reception-day-sign-up', 'reception-day-sign-up')
    const desk = await screens.counter(hall.base)
    const once = async (face: string) => {
      const keys = await desk
        .locator('[data-shortcut]')
        .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-shortcut')))
      expect(keys, face).toEqual([...new Set(keys)])
    }
    await chooseWindow(desk, 'clerk7', 7)
    await once('closed')
    await openWindowHere(desk)
    await expect(desk.getByRole('button', { name: 'Копие на билет' })).toBeVisible()
    await once('free')
    await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
    await once('called')
    await pressUntil(desk, 'KeyH', desk.getByRole('region', { name: 'На изчакване' }))
    await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
    await pressUntil(desk, 'KeyR', desk.getByText('повторни повиквания: 1'))
    await pressUntil(desk, 'KeyN', desk.getByRole('region', { name: 'Неявили се' }))
    await once('called, with one on hold and one missed')
    await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))
    await expect(desk.getByRole('listbox', { name: 'При кого' })).toBeVisible() // it opens by itself
    await once('serving, beside the sign-up desk')
    await desk.keyboard.press('Escape')
    await expect(desk.locator('[data-panel]')).toHaveCount(0)
    await once('serving')
    await desk.keyboard.press('KeyK')
    await expect(desk.getByRole('heading', { name: 'На кой номер да се отпечата копие?' })).toBeVisible()
    await desk.keyboard.press('Escape')
    await desk.keyboard.press('KeyD')
    await expect(desk.getByRole('listbox', { name: 'При кого' })).toBeVisible()
  },
)

async function openWindowHere(desk: Page): Promise<void> {
  await pressUntil(desk, 'Enter', mainAction(desk, 'Повикай следващия'))
}

test('once the next service has begun, undo says that', async ({ hall, screens }) => {
  await waiting(hall, 'payment', 'payment')
  const desk = await screens.counter(hall.base)
  await openWindow(desk, 'clerk4', 4)
  const at = desk.locator('.at-window-label')
  await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
  await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))
  await pressUntil(desk, 'Enter', at.getByText(printed('П 002')))
  await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))
  await desk.keyboard.press('KeyZ')
  await expect(
    desk.getByRole('status').getByText(`Върни: обслужването на ${printed('П 002')} вече е започнало`),
  ).toBeVisible()
  await expectAllReadable(desk)
  await picture(desk, 'undo-begun')
  hall.clock.moveTo(officeTime('2026-11-25T10:21'))
  await expect(desk.getByRole('button', { name: 'Върни' })).toContainText('няма какво')
})

test('whatever has the focus, an open panel has the keys: what is pressed beside it comes back to its list or field', async ({
  hall,
  screens,
}) => {
  await waiting(hall, 'payment', 'payment')
  await (await hall.as('clerk6')).done('open-window', { window: 6 })
  const desk = await screens.counter(hall.base)
  const { keyboard } = desk
  await openWindow(desk, 'clerk4', 4)
  await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
  await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))
  const beside = desk.getByRole('heading', { level: 1 })
  const panel = desk.locator('[data-panel]')

  await test.step('the keys of the desk rest meanwhile, and are not announced', async () => {
    await keyboard.press('KeyO')
    await expect(panel).toContainText('Резултат за')
    await expect(desk.locator('.now .key-cap[data-face="works"]')).toHaveCount(0)
    await expect(desk.locator('.now [aria-keyshortcuts]')).toHaveCount(0)
    await expect(panel.getByRole('button', { name: 'Затвори' })).toHaveAttribute(
      'aria-keyshortcuts',
      'Escape',
    )
    await expectAllReadable(desk)
    await picture(desk, 'panel-open')
  })

  await test.step('a digit chooses from a list that the focus has left', async () => {
    await keyboard.press('Tab')
    await expect(panel.getByRole('listbox')).not.toBeFocused()
    await keyboard.press('Digit2')
    await expect(panel).toHaveCount(0)
    await expect(desk.getByRole('button', { name: 'Резултат' })).not.toContainText('обслужване')
    await expect(desk.locator('.now [data-shortcut="Enter"]')).toHaveAttribute('aria-keyshortcuts', 'Enter')
  })

  await test.step('words typed after a click beside are found, and Enter takes them', async () => {
    await keyboard.press('KeyT')
    await expect(panel.getByRole('combobox')).toBeFocused()
    await beside.click()
    await keyboard.type('ready')
    await expect(panel.getByRole('combobox')).toHaveValue('ready')
    await expect(panel.getByRole('option')).toHaveCount(1)
    await panel.getByRole('combobox').fill('')
  })

  await test.step('arrows and Enter work from the box beside the list, which Space ticks', async () => {
    const box = panel.getByRole('checkbox')
    await keyboard.press('Tab')
    await expect(box).toBeFocused()
    await keyboard.press('Space')
    await expect(box).toBeChecked()
    const last = panel.getByRole('option').last()
    const isLast = () => last.getAttribute('aria-selected')
    while ((await isLast()) !== 'true') await keyboard.press('ArrowDown')
    await box.focus()
    await keyboard.press('Enter')
    await expect(state(desk)).toHaveText('Свободно')
  })

  await test.step('the own words for a break stand after the list, and their digits are words', async () => {
    await pressUntil(desk, 'KeyP', panel)
    await expect(panel.getByRole('listbox')).toBeFocused()
    await keyboard.press('Tab')
    await expect(panel.getByLabel('Със свои думи')).toBeFocused()
    await keyboard.type('среща в стая 1')
    await expect(panel.getByLabel('Със свои думи')).toHaveValue('среща в стая 1')
    await picture(desk, 'pause-own')
    await keyboard.press('Enter')
    await expect(state(desk)).toHaveText('Почивка')
    await expect(desk.getByText('Причина: среща в стая 1')).toBeVisible()
  })
})

test('of two who choose one window the second finds the main action where it was, and hears that it is not theirs', async ({
  hall,
  screens,
}) => {
  await waiting(hall, 'payment')
  const desk = await screens.counter(hall.base)
  await chooseWindow(desk, 'clerk4', 4)
  const spot = await mainSpot(desk)
  await (await hall.as('clerk6')).done('open-window', { window: 4 })
  await expect(mainAction(desk, 'Избери друго гише')).toBeVisible()
  expect(await mainSpot(desk)).toBe(spot)
  await desk.keyboard.press('KeyX')
  await expect(desk.getByRole('status').getByText('Извън реда: гишето не е на Ваше име')).toBeVisible()
  expect(await mainSpot(desk)).toBe(spot)
  await picture(desk, 'elsewhere')
})
