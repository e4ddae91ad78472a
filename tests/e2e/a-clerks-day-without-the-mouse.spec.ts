import { printed } from '#shared/labels.ts'
import { officeTime } from '../harness/settings.ts'
import { mainAction, openWindow, pressUntil, state, tabTo } from './desk.ts'
import { expect, test, type Page } from './screens.ts'

test('a clerk works from log-in to the end of the day without the mouse', async ({ hall, screens }) => {
  const colleague = await hall.as('clerk1')
  await colleague.done('open-window', { window: 1 })
  for (const service of [
    'heirs-certificate', // Г 001
    'address-certificate', // Г 002
    'address-registration', // Г 003
    'death-record-extract', // Г 004
    'marital-status-certificate', // Г 005
  ])
    await hall.kiosk.done('issue-ticket', { service })
  hall.clock.moveTo(officeTime('2026-11-25T10:20'))

  const desk = await screens.counter(hall.base)
  const { keyboard } = desk
  await openWindow(desk, 'clerk2', 2)
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Гише 2')

  await test.step('who must fill in a form waits aside, and comes back to this window', async () => {
    await call(desk, 'Г 001')
    await keyboard.press('KeyH')
    await expect(desk.getByRole('region', { name: 'На изчакване' })).toContainText(printed('Г 001'))
  })

  await test.step('one more service stays on the same number', async () => {
    await call(desk, 'Г 002')
    await start(desk)
    await keyboard.press('KeyS')
    await expect(desk.getByRole('combobox')).toBeFocused()
    await keyboard.type('семейно')
    await keyboard.press('Enter')
    await expect(desk.getByRole('region', { name: 'Обслужване' }).first()).toContainText(
      'Стъпка 2 на посещението, след: Удостоверение за постоянен или настоящ адрес',
    )
  })

  await test.step('a transfer to another service comes back when that is done', async () => {
    await keyboard.press('KeyT')
    await tabTo(desk, desk.getByRole('checkbox', { name: 'после да се върне на това гише' }))
    await keyboard.press('Space')
    await keyboard.press('Shift+Tab')
    await keyboard.type('готов документ')
    await keyboard.press('Enter')
    await expect(state(desk)).toHaveText('Свободно')

    const { ticket } = await colleague.done('call-next', { window: 1 })
    expect(ticket).toMatchObject({ label: 'Г 002', service: 'document-collection' })
    await colleague.done('start-service', { window: 1 })
    await colleague.done('finish-service', { window: 1 })
    await expect(desk.getByRole('region', { name: 'След това' }).getByRole('listitem').first()).toContainText(
      printed('Г 002'),
    )
  })

  await test.step('what was done by mistake is undone within 30 seconds', async () => {
    await keyboard.press('KeyU')
    await keyboard.press('Digit1')
    await expect(state(desk)).toHaveText('Обслужване')
    await pressUntil(desk, 'KeyF', state(desk).getByText('Свободно'))
    const undo = desk.getByRole('button', { name: /^Върни 00:/ })
    await expect(undo).toContainText(`${printed('Г 001')}: приключване`)
    hall.clock.moveTo(officeTime('2026-11-25T10:20:20'))
    await expect(undo).toContainText(/00:(10|0\d)/)
    await keyboard.press('KeyZ')
    await expect(state(desk)).toHaveText('Обслужване')
    await expect(desk.locator('.at-window-label')).toHaveText(printed('Г 001'))
  })

  await test.step('Enter ends a service and calls the next; who does not come is called again first', async () => {
    await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
    await expect(desk.locator('.at-window-label')).toHaveText(printed('Г 002'))
    const noShow = desk.getByRole('button', { name: 'Не се яви' })
    await expect(noShow).toContainText('първо повикайте отново')
    await pressUntil(desk, 'KeyN', told(desk, 'Не се яви: първо повикайте отново'))
    await expect(desk.locator('.at-window-label')).toHaveText(printed('Г 002'))
    await keyboard.press('KeyR')
    await expect(noShow).toContainText('и повикай следващия')
    await expect(told(desk, /^Не се яви:/)).toBeHidden() // it is so no longer
    await pressUntil(desk, 'KeyN', desk.locator('.at-window-label').getByText(printed('003')))
    await expect(desk.getByRole('region', { name: 'Неявили се' })).toContainText(printed('Г 002'))
  })

  await test.step('who was missed is taken back', async () => {
    await keyboard.press('KeyB')
    await expect(desk.getByRole('option', { name: printed('Г 002') })).toBeVisible()
    await keyboard.press('Digit1')
    await expect(desk.getByRole('region', { name: 'Неявили се' })).toBeHidden()
  })

  await test.step('a call out of order has its reason, which stands with the number', async () => {
    await start(desk)
    await pressUntil(desk, 'KeyF', state(desk).getByText('Свободно'))
    await keyboard.press('KeyX')
    await expect(desk.getByRole('combobox')).toBeFocused()
    await keyboard.type('г5')
    await keyboard.press('Enter')
    await expect(desk.getByRole('heading', { name: `Защо ${printed('Г 005')} извън реда?` })).toBeVisible()
    await keyboard.press('Digit4')
    await expect(desk.getByText('Защо: Извън реда: кратък въпрос (чакащи отпред: 1;')).toBeVisible()
    await start(desk)
    await pressUntil(desk, 'KeyF', state(desk).getByText('Свободно'))
  })

  await test.step('the last window open for a service with people waiting takes no break', async () => {
    await expect(desk.getByText('Това е последното отворено гише за услуга с чакащи.')).toBeVisible()
    await keyboard.press('KeyP')
    await expect(told(desk, /^Почивка: последно отворено гише/)).toBeVisible()
    await expect(desk.getByRole('heading', { name: 'Почивка: причина' })).toBeHidden()
    expect(
      await (await hall.as('clerk2')).command('pause-window', { window: 2, reason: 'break' }),
    ).toMatchObject({ status: 409, body: { code: 'last-window-for-service' } })
  })

  await test.step('once another serves it too, a break with its reason', async () => {
    await (await hall.as('clerk3')).done('open-window', { window: 3 })
    const pause = desk.getByRole('button', { name: 'Почивка' })
    await expect(pause).toHaveAttribute('aria-disabled', 'false')
    await keyboard.press('KeyP')
    await keyboard.press('Digit4')
    await expect(state(desk)).toHaveText('Почивка')
    await expect(desk.getByText('Причина: справка в архива')).toBeVisible()
    await pressUntil(desk, 'Enter', mainAction(desk, 'Повикай следващия'))
  })

  await test.step('the window closes, and the clerk signs out', async () => {
    await keyboard.press('KeyC')
    await expect(state(desk)).toHaveText('Гишето е затворено')
    await tabTo(desk, desk.getByRole('button', { name: 'Изход' }))
    await keyboard.press('Enter')
    await expect(desk.getByRole('heading', { name: 'Вход за служители' })).toBeVisible()
  })
})

test('an outcome belongs to the step for which it was chosen: one more service, or another, begins without', async ({
  hall,
  screens,
}) => {
  await hall.kiosk.done('issue-ticket', { service: 'address-certificate' })
  hall.clock.moveTo(officeTime('2026-11-25T10:20'))
  const desk = await screens.counter(hall.base)
  const { keyboard } = desk
  await openWindow(desk, 'clerk2', 2)
  await call(desk, 'Г 001')
  await start(desk)
  const outcome = desk.getByRole('button', { name: 'Резултат' })

  await keyboard.press('KeyO')
  await keyboard.press('Digit3')
  await expect(outcome).toContainText('прието заявление')
  await keyboard.press('KeyS')
  await keyboard.type('семейно')
  await keyboard.press('Enter')
  await expect(desk.getByText('Стъпка 2 на посещението')).toBeVisible()
  await expect(outcome).toContainText('обслужване')

  await keyboard.press('KeyO')
  await keyboard.press('Digit4')
  await expect(outcome).toContainText('издаден документ')
  await keyboard.press('KeyT')
  await tabTo(desk, desk.getByRole('checkbox', { name: 'после да се върне на това гише' }))
  await keyboard.press('Space')
  await keyboard.press('Shift+Tab')
  await keyboard.type('готов документ')
  await keyboard.press('Enter')
  await expect(state(desk)).toHaveText('Няма чакащи')
  const colleague = await hall.as('clerk1')
  await colleague.done('open-window', { window: 1 })
  for (const command of ['call-next', 'start-service', 'finish-service'] as const)
    await colleague.done(command, { window: 1 })
  await call(desk, 'Г 001')
  await start(desk)
  await expect(outcome).toContainText('обслужване')
  await pressUntil(desk, 'KeyF', state(desk).getByText('Няма чакащи'))

  const { body } = await (await hall.as('auditor')).get('/api/offices/pernik/events?day=2026-11-25')
  const { events } = body as Log
  expect(
    events.flatMap(({ type, body: { outcome: said } }) => (said === undefined ? [] : [[type, said]])),
  ).toEqual([
    ['service-added', 'application-taken'],
    ['ticket-transferred', 'document-issued'],
    ['service-finished', 'served'],
    ['service-finished', 'served'],
  ])
})

/** What the office's log says, as far as it is looked at here. */
type Log = {
  readonly events: readonly { readonly type: string; readonly body: { readonly outcome?: string } }[]
}

test('a clerk whose browser crashed finds the window, the number and the running time as they were', async ({
  hall,
  screens,
}) => {
  await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const desk = await screens.counter(hall.base)
  hall.clock.moveTo(officeTime('2026-11-25T10:20'))
  await openWindow(desk, 'clerk4', 4)
  await call(desk, 'П 001')
  await start(desk)
  hall.clock.moveTo(officeTime('2026-11-25T10:25'))
  await desk.reload()
  await expect(state(desk)).toHaveText('Обслужване')
  await expect(desk.locator('.at-window-label')).toHaveText(printed('П 001'))
  await expect(desk.getByRole('timer')).toContainText(/^05:0\d/)
})

async function call(desk: Page, label: string): Promise<void> {
  await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
  await expect(desk.locator('.at-window-label')).toHaveText(printed(label))
}

/** What is said politely of a key that does nothing now. */
function told(desk: Page, words: string | RegExp) {
  return desk.getByRole('status').getByText(words)
}

async function start(desk: Page): Promise<void> {
  await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))
}
