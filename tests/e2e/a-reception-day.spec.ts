import { officeTime } from '../harness/settings.ts'
import { openWindow, pressUntil, signIn, state } from './desk.ts'
import { PERSON, typePerson } from './reception-hands.ts'
import { expect as soon, SIZES, test } from './screens.ts'

// Seven screens at once, on a machine that may have other work.
const expect = soon.configure({ timeout: 15_000 })

/** The Tuesday before the training Wednesday: the last day on which one signs up for it. */
test.use({ at: '2026-11-24T10:15' })

test('a citizen signs up at window 7, comes on Wednesday, is called and received, and the question is passed on', async ({
  hall,
  screens,
}) => {
  test.setTimeout(180_000)
  const kiosk = await screens.kiosk(hall.base)
  await test.step('the kiosk says who receives and what to have ready, and gives the ticket', async () => {
    await kiosk.getByRole('button', { name: 'Записване за приемен ден' }).tap()
    await expect(kiosk.getByRole('heading', { name: 'Кой приема и кога' })).toBeVisible()
    await expect(kiosk.getByText('свободни места: 26').first()).toBeVisible()
    await kiosk.getByRole('button', { name: 'Изтеглете билет' }).tap()
    await expect(kiosk.getByRole('heading', { level: 1 })).toContainText('Я')
    await kiosk.getByRole('button', { name: 'Готово' }).tap()
  })

  const desk = await screens.counter(hall.base)
  await openWindow(desk, 'clerk7', 7)
  hall.clock.moveTo(officeTime('2026-11-24T10:16'))
  await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
  await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))

  await test.step('the sign-up desk opens with the service; official, day and slot by the arrows', async () => {
    await expect(desk.getByRole('listbox', { name: 'При кого' })).toBeFocused()
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('listbox', { name: 'Ден' })).toBeFocused()
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('listbox', { name: 'Час' })).toBeFocused()
    await desk.keyboard.press('ArrowRight')
    await desk.keyboard.press('Enter')
    await expect(desk.getByLabel('Име', { exact: true })).toBeFocused()
  })

  await test.step('a telephone that is none is told beside its field, and so is a personal number', async () => {
    await typePerson(desk, { ...PERSON, telephone: '0888' })
    await desk.keyboard.press('Control+Enter')
    await expect(desk.getByText('Телефонът не е разпознат.')).toBeVisible()
    await expect(desk.getByLabel('Телефон')).toBeFocused()
    await desk.getByLabel('Телефон').fill(PERSON.telephone)
    await desk.getByLabel('Кратко описание').fill('ЕГН 7501010010')
    await desk.keyboard.press('Control+Enter')
    await expect(desk.getByText('В текста има ЕГН.')).toBeVisible()
    await desk.getByLabel('Кратко описание').fill(PERSON.description)
  })

  const code =
    await test.step('the number and the code stand there to be read out, and on the slip', async () => {
      await desk.keyboard.press('Control+Enter')
      await expect(desk.locator('.confirmation-number')).toHaveText('ПД-0001')
      await expect(desk.getByText('сряда, 25.11.2026 г., 08:45\u00a0ч.').first()).toBeVisible()
      const shown = await desk.locator('.confirmation-code code').textContent()
      await desk.emulateMedia({ media: 'print' })
      await expect(desk.locator('.slip')).toContainText('ПД-0001')
      await expect(desk.locator('.slip')).not.toContainText(PERSON.familyName)
      await desk.emulateMedia({ media: 'screen' })
      return (shown ?? '').replaceAll('\u2009', '')
    })

  await test.step('Enter closes the desk, and Enter ends the service', async () => {
    await pressUntil(desk, 'Enter', desk.getByRole('heading', { name: 'Опашката по услуги' }))
    await pressUntil(desk, 'Enter', state(desk).getByText('Няма чакащи'))
  })

  const phone = await screens.phone(`${hall.base}/t#pernik/appointment/${code}`)
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('ПД-0001')
  await expect(phone.getByRole('heading', { name: 'Записването Ви е потвърдено' })).toBeVisible()

  hall.clock.moveTo(officeTime('2026-11-25T08:40'))
  const board = await screens.board(hall.base)
  const door = await screens.door(hall.base, '207')
  await expect(door.getByText('ПД-0001')).toBeVisible()

  await test.step('on Wednesday the slip before the kiosk’s reader records the arrival', async () => {
    await expect(kiosk.getByRole('button', { name: 'Имам записан час за приемния ден' })).toBeVisible()
    await kiosk.keyboard.type(`${hall.base}/t#pernik/appointment/${code}`)
    await kiosk.keyboard.press('Enter')
    await expect(kiosk.getByRole('heading', { level: 1 })).toHaveText('Пристигането Ви е отбелязано')
    await expect(kiosk.getByText('стая 207')).toBeVisible()
    await expect(phone.getByRole('heading', { name: 'Пристигането Ви е отбелязано' })).toBeVisible()
  })

  const official = await screens.counter(hall.base)
  await signIn(official, 'deputy')
  await test.step('the official sees who comes and why, runs late, and calls', async () => {
    await expect(official.getByRole('row', { name: /ПД-0001/ })).toContainText('Мария Пробна')
    await expect(official.getByRole('row', { name: /ПД-0001/ })).toContainText(PERSON.description)
    await official.getByRole('button', { name: '+5 мин.' }).click()
    await expect(phone.getByText(/Приемът закъснява/)).toBeVisible()
    await expect(door.getByText('Закъснение: около 5 мин.')).toBeVisible()
    await pressUntil(official, 'Enter', official.getByRole('button', { name: 'Повикай отново' }))
  })

  await test.step('board, door and phone show number, time and room, and never a name', async () => {
    const called = board.getByRole('region', { name: 'Приемен ден' })
    await expect(called).toContainText('ПД-0001, 08:45 часа, моля, заповядайте в стая 207')
    await expect(door.locator('.door-number')).toContainText('ПД-0001')
    await expect(phone.getByText('Вашият номер е повикан.')).toBeVisible()
    await expect(board.locator('html')).toHaveAttribute('data-chimes', '1')
    for (const screen of [board, door, phone, kiosk])
      await expect(screen.locator('body')).not.toContainText(PERSON.familyName)
  })

  await test.step('the question is passed on with a date, and stays on the secretary’s list until it is answered', async () => {
    const secretary = await screens.counter(hall.base)
    await signIn(secretary, 'secretary')
    const row = secretary.getByRole('row', { name: /ПД-0001/ })
    await row.getByRole('button', { name: /Резултат/ }).click()
    await secretary.getByRole('button', { name: 'Предай на звено' }).click()
    await secretary.getByLabel('Звено').selectOption({ label: 'Чистота и околна среда' })
    await secretary.getByRole('button', { name: 'Запиши резултата' }).click()
    await expect(row).toContainText('предадено на звено')
    await expect(phone.getByText('Въпросът Ви е предаден на: Чистота и околна среда.')).toBeVisible()
    await expect(official.getByRole('row', { name: /ПД-0001/ })).toContainText('предадено на звено')

    await secretary.getByRole('link', { name: 'Срокове' }).click()
    const owed = secretary.getByRole('listitem', { name: 'ПД-0001' })
    await expect(owed).toContainText('Мария Пробна')
    await owed.getByRole('button', { name: 'Отговорът е даден' }).click()
    await expect(secretary.getByText('Няма чакащи отговори.')).toBeVisible()
    await secretary.getByRole('link', { name: 'Резултати' }).click()
    await expect(secretary.getByRole('row', { name: /ноември/ })).toBeVisible()
  })
})

test.describe('the desk’s other work, by keyboard', () => {
  test.use({ at: '2026-11-24T10:15' })

  test('a slot that another desk has just given is told, and the nearest free one is one press away', async ({
    hall,
    screens,
  }) => {
    const secretary = await hall.as('secretary')
    const desk = await screens.counter(hall.base, SIZES.desk)
    // The line brings what others do at once; the press comes first only when both are in the same moment. Waited for from the
    // beginning: a page that is at work already may send one more request past whoever begins to wait.
    let other: Promise<unknown> | null = null
    await desk.route('**/commands/sign-up', async (route) => {
      other ??= secretary.done('sign-up', {
        official: 'deputy-mayor',
        date: '2026-11-25',
        time: '08:30',
        person: { ...PERSON, telephone: '0899 11 22 33', subject: 'Друг въпрос' },
      })
      await other
      await route.continue()
    })
    await openWindow(desk, 'clerk7', 7)
    await pressUntil(desk, 'KeyD', desk.getByRole('listbox', { name: 'При кого' }))
    await desk.keyboard.press('ArrowDown')
    for (let list = 0; list < 3; list += 1) await desk.keyboard.press('Enter')
    await typePerson(desk, PERSON)
    await desk.keyboard.press('Control+Enter')
    await expect(desk.getByText(/Часът 08:30 ч\. на 25\.11\.2026 г\. току-що беше зает/)).toBeVisible()
    await desk.getByRole('button', { name: 'Запиши за сряда, 25.11.2026 г., 08:45' }).press('Enter')
    await expect(desk.locator('.confirmation-number')).toHaveText('ПД-0002')
  })

  test('an appointment is found by its number, moved and cancelled', async ({ hall, screens }) => {
    const secretary = await hall.as('secretary')
    await secretary.done('sign-up', {
      official: 'deputy-mayor',
      date: '2026-11-25',
      time: '09:00',
      person: PERSON,
    })
    const desk = await screens.counter(hall.base)
    await openWindow(desk, 'clerk7', 7)
    await pressUntil(desk, 'KeyD', desk.getByRole('listbox', { name: 'При кого' }))
    await desk.keyboard.press('F4')
    await expect(desk.getByLabel('Номер или телефон')).toBeFocused()
    await desk.keyboard.type('1')
    await desk.keyboard.press('Enter')
    const card = desk.getByRole('region', { name: 'ПД-0001' })
    await expect(card).toContainText('Мария Пробна')
    await card.getByRole('button', { name: 'Премести' }).press('Enter')
    for (let list = 0; list < 3; list += 1) await desk.keyboard.press('Enter')
    await desk.keyboard.press('Enter')
    await expect(card).toContainText('25.11.2026')
    await expect(card.getByText('Записано.')).toBeVisible()
    await card.getByRole('button', { name: 'Откажи записването' }).press('Enter')
    await card.getByRole('button', { name: 'Да, откажи записването' }).press('Enter')
    await expect(card).toContainText('отказано')
  })
})
