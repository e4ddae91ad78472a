import { printed } from '#shared/labels.ts'
import type { Hall } from '../harness/hall.ts'
import { officeTime } from '../harness/settings.ts'
import { mainAction, openWindow, pressUntil, signIn, state } from './desk.ts'
import { expect, test, type Page, type Screens } from './screens.ts'

test('a supervisor opens a window for a clerk, gives it services, hands it over and closes it', async ({
  hall,
  screens,
}) => {
  const page = await supervisor(hall, screens)
  const panel = page.getByRole('region', { name: 'Гише 2', exact: true })
  await tile(page, 2).click()
  const desk = await screens.counter(hall.base)

  await test.step('opens', async () => {
    await panel.getByLabel('Служител', { exact: true }).selectOption({ label: 'Служител 5' })
    await panel.getByRole('button', { name: 'Отвори гишето' }).click()
    await expect(tile(page, 2)).toContainText('свободно')
    await expect(tile(page, 2)).toContainText('Служител 5')
  })

  await test.step('gives it a service for today; the one bound to window 7 is not to be had', async () => {
    await panel.getByRole('checkbox', { name: 'Плащане на данъци, такси и цени на услуги' }).check()
    const bound = panel.getByRole('checkbox', { name: /^Записване за приемен ден/ })
    await expect(bound).toBeDisabled()
    await expect(panel.getByText('Записване за приемен ден – само на гише 7')).toBeVisible()
    await panel.getByRole('button', { name: 'Запази услугите' }).click()
    await expect(tile(page, 2)).toContainText('Г П')
    const refused = await (
      await hall.as('supervisor')
    ).command('assign-services', { window: 2, services: ['reception-day-sign-up'] })
    expect(refused).toMatchObject({
      status: 409,
      body: { message: { bg: '„Записване за приемен ден“ се извършва само на гише 7.' } },
    })
  })

  await test.step('hands it over in the middle of a service, which goes on', async () => {
    await hall.kiosk.done('issue-ticket', { service: 'payment' })
    hall.clock.moveTo(officeTime('2026-11-25T10:20'))
    const first = await hall.as('clerk5')
    await first.done('call-next', { window: 2 })
    await first.done('start-service', { window: 2 })
    await expect(tile(page, 2)).toContainText(printed('П 001'))
    await panel.getByLabel('Предай на друг служител').selectOption({ label: 'Служител 6' })
    await panel.getByRole('button', { name: 'Предай гишето' }).click()
    await expect(tile(page, 2)).toContainText('Служител 6')

    await signIn(desk, 'clerk6')
    await expect(state(desk)).toHaveText('Обслужване')
    await expect(desk.locator('.at-window-label')).toHaveText(printed('П 001'))
  })

  await test.step('cannot close it while someone is there, and hears why; then can', async () => {
    await panel.getByRole('button', { name: 'Затвори гишето…' }).click()
    await expect(panel.getByText('Там работи Служител 6 и ще види, че гишето е затворено')).toBeVisible()
    const close = panel.getByRole('button', { name: 'Затвори гишето', exact: true })
    await close.click()
    await expect(panel.getByText('На гише 2 е номер П 001. Първо приключете с него.')).toBeVisible()
    await (await hall.as('clerk6')).done('finish-service', { window: 2 })
    await close.click()
    await expect(tile(page, 2)).toContainText('затворено')
  })

  await test.step('and the clerk reads who closed it, until it is open again', async () => {
    await expect(state(desk)).toHaveText('Гишето е затворено')
    const closed = desk.getByText(/^Затворено от ръководителя на смяната в 10:20\sч\.$/)
    await expect(closed).toBeVisible()
    await pressUntil(desk, 'Enter', mainAction(desk, 'Повикай следващия'))
    await desk.keyboard.press('KeyC')
    await expect(state(desk)).toHaveText('Гишето е затворено')
    await expect(closed).toHaveCount(0)
  })
})

test('a day closed by order stands in the calendar before and after it is ordered', async ({
  hall,
  screens,
}) => {
  const page = await supervisor(hall, screens)
  await page.getByRole('link', { name: 'Календар' }).click()
  const preview = page.getByRole('region', { name: 'Следващите три седмици' })
  const day = preview.getByRole('listitem').filter({ hasText: '01.12.' })
  await expect(day).toContainText('08:30–17:00')

  await page.getByRole('radio', { name: 'приемът се мести' }).check()
  await expect(page.getByRole('group', { name: 'Докога' })).toHaveCount(0) // one reception at a time
  await page.getByRole('radio', { name: 'затворено' }).check()
  await expect(page.getByRole('group', { name: 'Докога' })).toBeVisible()
  await page.getByRole('textbox', { name: 'От дата' }).first().fill('2026-12-01')
  await expect(day).toContainText('ще се промени')
  await page.getByLabel('Заповед', { exact: true }).fill('РД-01-123/2026')
  await page.getByLabel('Причина на български').fill('авария на водопровода')
  await page.getByLabel('Причина на английски').fill('a burst pipe')
  await page.getByRole('button', { name: 'Добави в календара' }).click()
  await expect(day).toContainText('почивен ден')
  await expect(day).toContainText('авария на водопровода')
  await expect(page.getByRole('region', { name: 'Изключения в календара' })).toContainText('РД-01-123/2026')

  await page.getByRole('textbox', { name: 'От дата' }).first().fill('2026-11-24')
  await page.getByLabel('Заповед', { exact: true }).fill('РД-01-124/2026')
  await page.getByLabel('Причина на български').fill('вчера')
  await page.getByLabel('Причина на английски').fill('yesterday')
  await page.getByRole('button', { name: 'Добави в календара' }).click()
  await expect(page.getByText('Датата е минала. Днес е 25.11.2026 г.')).toBeVisible()
})

test('a call out of order shows, and so does a visitor who asks for help', async ({ hall, screens }) => {
  const page = await supervisor(hall, screens)
  const kiosk = await screens.kiosk(hall.base)
  for (const service of ['payment', 'tax-declaration']) await hall.kiosk.done('issue-ticket', { service })
  hall.clock.moveTo(officeTime('2026-11-25T10:20'))
  const clerk = await hall.as('clerk4')
  await clerk.done('open-window', { window: 4 })
  await clerk.done('call-ticket', { window: 4, label: 'м1', reason: 'document-deadline' })
  await page.getByRole('link', { name: 'Извън реда' }).click()
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: printed('М 001') })
      .getByRole('cell'),
  ).toHaveText(['10:20 ч.', printed('М 001'), '4', 'Служител 4', 'документ със срок днес', '1'])

  const desk = await screens.counter(hall.base)
  await openWindow(desk, 'clerk1', 1)
  await kiosk.getByRole('button', { name: 'Съдействие' }).tap()
  await expect(kiosk.getByText('Моля, изчакайте – служител идва да Ви помогне')).toBeVisible()
  await expect(page.getByText('Посетител при киоска моли за съдействие')).toBeVisible()
  await expect(desk.getByText(/^Киоск: искат съдействие/)).toBeVisible()
  await desk.keyboard.press('KeyA')
  await expect(kiosk.getByRole('button', { name: 'Съдействие' })).toBeVisible()
  await expect(page.getByText('Посетител при киоска моли за съдействие')).toBeHidden()
  await expect(mainAction(desk, 'Повикай следващия')).toBeVisible()
})

async function supervisor({ base }: Hall, screens: Screens): Promise<Page> {
  const page = await screens.counter(base)
  await signIn(page, 'supervisor')
  await expect(page.getByRole('region', { name: 'Гишета', exact: true })).toBeVisible()
  return page
}

function tile(page: Page, window: number) {
  return page.locator(`[data-window="${window}"]`)
}
