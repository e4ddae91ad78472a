import { officeTime } from '../harness/settings.ts'
import { signIn } from './desk.ts'
import { expect, test, type Page, type Screens } from './screens.ts'
import type { Hall } from '../harness/hall.ts'

async function supervisor(hall: Hall, screens: Screens, section: string): Promise<Page> {
  const page = await screens.counter(hall.base)
  await signIn(page, 'supervisor')
  await page.getByRole('link', { name: 'Надзор' }).click()
  await page.getByRole('link', { name: section }).click()
  return page
}

test('a supervisor tries a day out with a window closed, sees the curves, and lets the fewest windows be found', async ({
  hall,
  screens,
}) => {
  const page = await supervisor(hall, screens, 'Какво ако')
  await page.getByRole('button', { name: 'Гише 2, цял ден' }).click()
  await expect(page.getByRole('button', { name: 'Гише 2, 08:30 ч.' })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
  await page.getByRole('button', { name: 'Проиграй деня' }).click()
  const table = page.getByRole('table', { name: 'За целия ден' })
  await expect(table.getByRole('row', { name: /Дял в рамките на стандарта/ })).toContainText(/\d+\.\d\s%/)
  await expect(page.getByRole('img', { name: /Медиана на чакането/ })).toBeVisible()
  await expect(page.getByText('примерни: в дневника още няма дни')).toBeVisible()

  await page.getByRole('button', { name: 'Най-малко гишета за 95 %' }).click()
  await page.getByRole('button', { name: 'Приеми като план' }).click({ timeout: 20_000 })
  await expect(page.getByRole('columnheader', { name: 'най-малко гишета' })).toBeVisible()
  await expect(
    page.getByRole('button', { name: /^Гише \d, 1\d:\d\d ч\.$/, pressed: false }).first(),
  ).toBeVisible()
})

test('a supervisor sees who was overtaken by whom, and why', async ({ hall, screens }) => {
  const service = 'birth-certificate-duplicate'
  await hall.kiosk.done('issue-ticket', { service })
  await hall.kiosk.done('issue-ticket', { service, priority: true })
  const clerk = await hall.as('clerk2')
  await clerk.done('open-window', { window: 2 })
  hall.clock.moveTo(officeTime('2026-11-25T10:25'))
  await clerk.done('call-next', { window: 2 })

  const page = await supervisor(hall, screens, 'Ред и справедливост')
  const row = page.getByRole('table', { name: 'Изпреварвания' }).getByRole('row').nth(1)
  await expect(row).toContainText('Г 002')
  await expect(row).toContainText('Г 001')
  await expect(row).toContainText('с предимство')
  await expect(page.getByText('Най-дълго чакане')).toBeVisible()
})
