import type { Hall } from '../harness/hall.ts'
import { officeTime } from '../harness/settings.ts'
import { openWindow, pressUntil, state } from './desk.ts'
import { expectAllReadable } from './readable.ts'
import { expect, test, type Page } from './screens.ts'

const PICTURES = process.env['PICTURES']

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/keys-${name}.png` })
}

/** Somebody waits for each of these at 10:20. */
async function waiting(hall: Hall, ...services: string[]): Promise<void> {
  for (const service of services) await hall.kiosk.done('issue-ticket', { service })
  hall.clock.moveTo(officeTime('2026-11-25T10:20'))
}

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

