import { officeTime } from '../harness/settings.ts'
import { expect, test, type Page } from './screens.ts'

test('the kiosk warns twenty seconds ahead, then turns to the next person and is ordinary again', async ({
  hall,
  screens,
}) => {
  const kiosk = await screens.kiosk(hall.base)
  await kiosk.clock.install()
  await changeEverything(kiosk)
  await kiosk.getByRole('button', { name: 'Civil status and address registration' }).tap()
  // To the very second, however long the machine takes: the page's clock moves only when it is told to.
  await kiosk.clock.pauseAt(await kiosk.evaluate(() => Date.now() + 1_000))
  await kiosk.clock.runFor(97_000) // who asked for larger text has more time
  await expect(kiosk.getByText('Returning to the start')).toHaveCount(0)

  await test.step('one who is still there stays, and is asked again only after twice the time', async () => {
    await kiosk.clock.runFor(3_000)
    await expect(kiosk.getByText('Returning to the start in 19 s')).toBeVisible()
    await kiosk.clock.resume()
    await kiosk.getByRole('button', { name: 'Stay' }).tap()
    await expect(kiosk.getByText('Returning to the start')).toHaveCount(0)
    await kiosk.clock.runFor(190_000)
    await expect(kiosk.getByText('Returning to the start')).toHaveCount(0)
    await expect(heading(kiosk)).toContainText('Civil status and address registration')
  })

  await test.step('one who has left leaves nothing behind', async () => {
    // A page's clock that leaps while it runs may lose a second or two: how long it is to the second, idle.test.ts says.
    await expect(async () => {
      await kiosk.clock.runFor(32_000)
      await expect(heading(kiosk)).toHaveText('Моля, изберете услуга', { timeout: 500 })
    }).toPass({ timeout: 30_000 })
    await expectOrdinary(kiosk)
  })
})

test('the number of the last person does not stay on the screen longer than half a minute', async ({
  hall,
  screens,
}) => {
  const kiosk = await screens.kiosk(hall.base)
  await kiosk.clock.install()
  await kiosk.getByRole('button', { name: 'Плащане на такса (каса)' }).tap()
  await kiosk.getByRole('button', { name: 'Изтеглете билет' }).tap()
  await expect(heading(kiosk)).toContainText('Вашият номер е')
  await kiosk.clock.runFor(12_000)
  await expect(kiosk.getByText('Екранът се връща към началото')).toBeVisible()
  await kiosk.clock.runFor(19_000)
  await expectOrdinary(kiosk)

  await test.step('the closed centre counts nobody down to a start that is not there, and forgets all the same', async () => {
    await kiosk.getByRole('button', { name: 'English' }).tap()
    await kiosk.getByRole('button', { name: 'Pay a fee (cash desk)' }).tap()
    hall.clock.moveTo(officeTime('2026-11-25T17:00'))
    await expect(heading(kiosk)).toHaveText('No more tickets are issued today')
    await kiosk.clock.runFor(12_000)
    await expect(kiosk.getByText('Returning to the start')).toHaveCount(0)
    await kiosk.clock.runFor(19_000)
    await expect(heading(kiosk)).toHaveText('Издаването на билети за днес приключи')
  })
})

async function changeEverything(kiosk: Page): Promise<void> {
  await kiosk.getByRole('button', { name: 'English' }).tap()
  for (const name of ['Larger text', 'High contrast', 'Lower half'])
    await kiosk.getByRole('button', { name }).tap()
  await expect(kiosk.locator('html')).toHaveAttribute('lang', 'en')
  for (const [name, value] of [
    ['data-text', 'large'],
    ['data-contrast', 'high'],
    ['data-reach', 'lower'],
  ] as const)
    await expect(kiosk.locator('html')).toHaveAttribute(name, value)
}

async function expectOrdinary(kiosk: Page): Promise<void> {
  await expect(heading(kiosk)).toHaveText('Моля, изберете услуга')
  await expect(kiosk.locator('html')).toHaveAttribute('lang', 'bg')
  for (const name of ['data-text', 'data-contrast', 'data-reach'])
    await expect(kiosk.locator('html')).not.toHaveAttribute(name)
}

function heading(page: Page) {
  return page.getByRole('heading', { level: 1 })
}
