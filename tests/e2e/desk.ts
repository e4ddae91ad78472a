import { expect, type Locator, type Page } from './screens.ts'

/** A clerk's hands: the keyboard only. */

/** Signs in from the log-in page, field after field as Tab leads. */
export async function signIn(page: Page, user: string, password = 'demo'): Promise<void> {
  await expect(page.getByLabel('Потребителско име')).toBeFocused()
  await page.keyboard.type(user)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
}

/** Signs in and chooses a window by its digit; it is closed yet. */
export async function chooseWindow(page: Page, user: string, window: number): Promise<void> {
  await signIn(page, user)
  await expect(page.getByRole('heading', { name: 'На кое гише работите днес?' })).toBeVisible()
  await page.keyboard.press(`Digit${window}`)
  await expect(state(page)).toHaveText('Гишето е затворено')
}

/** Signs in, chooses a window by its digit and opens it. */
export async function openWindow(page: Page, user: string, window: number): Promise<void> {
  await chooseWindow(page, user, window)
  await pressUntil(page, 'Enter', mainAction(page, 'Повикай следващия'))
}

/** „Сега“: the one big state. */
export function state(page: Page): Locator {
  return page.locator('#now-title')
}

/** The one main action, by its words. */
export function mainAction(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true })
}

/** How far down the main action stands. */
export async function mainSpot(page: Page): Promise<number | undefined> {
  return (await page.locator('.now-main [data-shortcut="Enter"]').boundingBox())?.y
}

/**
 * Presses the key of an action that has only just come to its place until the screen has changed: what comes within
 * a third of a second is not meant for it, and the screen does not listen.
 */
export async function pressUntil(page: Page, key: string, change: Locator): Promise<void> {
  await expect(async () => {
    if (!(await change.isVisible())) await page.keyboard.press(key)
    await expect(change).toBeVisible({ timeout: 400 })
  }).toPass({ intervals: [0], timeout: 15_000 })
}

/** Goes from control to control until the one is reached. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}
