import { officeTime } from '../harness/settings.ts'
import { busyHall } from './busy-hall.ts'
import { openWindow, pressUntil, signIn, state } from './desk.ts'
import { expectAllReadable } from './readable.ts'
import { expect, test, type Page } from './screens.ts'

/** As far apart as a reader may want it (WCAG 1.4.12). */
const WIDER = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`

test('a phone as narrow as phones get, with letters, words and lines wide apart, still shows every word', async ({
  hall,
  screens,
}) => {
  await (await hall.as('clerk4')).done('open-window', { window: 4 })
  const codes: string[] = []
  for (let people = 0; people < 4; people += 1)
    codes.push((await hall.kiosk.done('issue-ticket', { service: 'payment' })).ticket.code)
  hall.clock.moveTo(officeTime('2026-11-25T10:16'))
  await (await hall.as('clerk4')).done('call-next', { window: 4 })
  for (const code of [codes.at(0), codes.at(-1)]) {
    const phone = await screens.phone(`${hall.base}/t/pernik/${code}`)
    await phone.setViewportSize({ width: 320, height: 640 })
    await expect(phone.getByText('Отказ от билета').or(phone.getByText('Заповядайте на'))).toBeVisible()
    await widen(phone)
    for (const language of ['Deutsch', 'Български']) {
      await phone.getByRole('button', { name: language }).tap()
      await expectAllReadable(phone)
    }
  }
})

test("with letters, words and lines wide apart the staff's screens still show every word", async ({
  hall,
  screens,
}) => {
  await busyHall(hall)
  const desk = await screens.counter(hall.base)
  await widen(desk)
  await expectAllReadable(desk)
  await openWindow(desk, 'clerk6', 6)
  await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
  await expectAllReadable(desk)

  const hallPage = await screens.counter(hall.base)
  await signIn(hallPage, 'supervisor')
  await widen(hallPage)
  await hallPage.getByRole('link', { name: 'Надзор' }).click()
  for (const section of ['Табла', 'Печат', 'Календар', 'Зала']) {
    await hallPage.getByRole('link', { name: section }).click()
    await expect(hallPage.getByRole('heading').filter({ visible: true }).first()).toBeVisible()
    await expectAllReadable(hallPage)
  }
})

test('who reads by keys skips the head of a page, and can take the letters away from the shortcuts', async ({
  hall,
  screens,
}) => {
  await busyHall(hall)
  const desk = await screens.counter(hall.base)
  for (const [label, kind] of [
    ['Потребителско име', 'username'],
    ['Парола', 'current-password'],
  ] as const)
    await expect(desk.getByLabel(label)).toHaveAttribute('autocomplete', kind)
  await openWindow(desk, 'clerk6', 6)

  await desk.keyboard.press('Tab')
  const skip = desk.getByRole('link', { name: 'Към съдържанието' })
  await expect(skip).toBeFocused()
  await desk.keyboard.press('Enter')
  expect(await desk.evaluate(() => location.hash)).toBe('#content')
  await desk.keyboard.press('Tab')
  expect(await desk.evaluate(() => document.activeElement?.closest('#content') !== null)).toBe(true)

  const breaks = desk.locator('[data-panel]')
  await desk.getByRole('button', { name: 'Клавиши' }).press('Space')
  await expect(desk.getByRole('button', { name: 'Клавиши' })).toHaveAttribute('aria-pressed', 'false')
  await expect(desk.locator('.key-cap')).toHaveText(['Enter']) // no letter is shown or announced that would press nothing
  await expect(desk.locator('[aria-keyshortcuts]')).toHaveCount(1)
  await desk.getByRole('heading', { level: 1 }).first().click()
  await desk.keyboard.press('KeyP')
  await expect(breaks).toHaveCount(0)
  await desk.getByRole('button', { name: 'Клавиши' }).press('Space')
  await expect(desk.locator('.key-cap').getByText('P', { exact: true })).toBeVisible()
  await pressUntil(desk, 'KeyP', breaks)
})

async function widen(page: Page): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets.push(sheet)
  }, WIDER)
}
