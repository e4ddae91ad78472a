import type { Hall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'
import { officeTime } from '../harness/settings.ts'
import { pressUntil, tabTo } from './desk.ts'
import { PERSON, secretaryOf, signedUp, typePerson } from './reception-hands.ts'
import { expect, test, type Page, type Screens } from './screens.ts'

/** What befalls appointments between the sign-up and the day. What goes before is prepared through the API. */

test.use({ at: '2026-11-24T10:15' })

/** The staff's app at a page, as somebody who has signed in before. */
async function counterOf(screens: Screens, hall: Hall, user: string, path: string): Promise<Page> {
  const { headers } = user === 'secretary' ? await secretaryOf(hall) : await hall.as(user)
  const page = await screens.counter(hall.base)
  const [name = '', value = ''] = (headers['cookie'] ?? '').split('=')
  await page.context().addCookies([{ name, value, url: hall.base }])
  await page.goto(`${hall.base}/window/reception#${path}`)
  await page.reload()
  return page
}

/** What the secretary is told of who it is. */
async function personsOf(secretary: Person, number: string): Promise<unknown> {
  const { body } = await secretary.get(
    `/api/offices/pernik/reception/persons?numbers=${encodeURIComponent(number)}`,
  )
  return body
}

test('a full day has a waiting list; a freed slot is offered to whoever waits, telephoned, and taken', async ({
  hall,
  screens,
}) => {
  const where = { official: 'municipal-secretary', date: '2026-11-25' }
  const times = ['14:00', '14:20', '14:40', '15:00', '15:20', '15:40', '16:00', '16:20', '16:40']
  for (const [index, time] of times.entries())
    await signedUp(
      hall,
      { ...where, time },
      { telephone: `0888 00 00 1${index}`, subject: `Въпрос ${index}` },
    )
  const secretary = await secretaryOf(hall)
  const desk = await counterOf(screens, hall, 'secretary', 'desk')

  await expect(desk.getByRole('listbox', { name: 'При кого' })).toBeFocused()
  await desk.keyboard.press('End')
  await desk.keyboard.press('Enter')
  await desk.keyboard.press('Home')
  await expect(desk.getByText('За този ден няма свободни часове.')).toBeVisible()
  await expect(
    desk.getByRole('button', { name: 'Следващ свободен: сряда, 02.12.2026 г., 14:00' }),
  ).toBeVisible()
  await desk.keyboard.press('Enter')
  await typePerson(desk, PERSON)
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('heading', { name: 'Записването е в списъка на чакащите' })).toBeVisible()
  await expect(desk.locator('.confirmation-number')).toHaveText('ПД-0010')

  await secretary.done('cancel-appointment', { number: 'ПД-0004' })
  await desk.keyboard.press('F7')
  const entry = desk.getByRole('listitem', { name: 'ПД-0010' })
  await expect(entry).toContainText(/освободен час.*Мария Пробна.*0888 123 456/s)
  await expect(entry).toContainText('Запазен: сряда, 25.11.2026 г., 15:00')
  await entry.getByRole('button', { name: 'Никой не отговаря' }).press('Enter')
  await expect(entry).toContainText('без отговор: 1')
  await entry.getByRole('button', { name: 'Приема часа' }).press('Enter')
  await expect(desk.getByText('Няма на кого да се обадите.')).toBeVisible()
  const { view } = await secretary.view('reception/official/municipal-secretary')
  expect(view.coming[0]?.appointments[3]).toMatchObject({ number: 'ПД-0010', time: '15:00', state: 'booked' })
})

test('a postponed day: everyone is telephoned in order, and each is reached, moved or declines; the supervisor gives the order and revokes it', async ({
  hall,
  screens,
}) => {
  for (const time of ['09:00', '09:30', '14:00'])
    await signedUp(
      hall,
      { official: 'deputy-mayor', date: '2026-12-02', time },
      { subject: `Въпрос ${time}` },
    )
  const supervisor = await counterOf(screens, hall, 'supervisor', 'days')
  await supervisor.getByLabel('При кого').selectOption('deputy-mayor')
  await supervisor.getByLabel('Приемен ден', { exact: true }).fill('2026-12-02')
  await supervisor.getByLabel('Преместен ден').check()
  await supervisor.getByLabel('Нова дата').fill('2026-12-03')
  await supervisor.getByLabel('Заповед №').fill('РД-01-7/2026')
  await supervisor.getByLabel('Причина на български').fill('сесия на съвета')
  await supervisor.getByLabel('Причина на английски').fill('a session of the council')
  await expect(supervisor.getByText(/Записвания за този ден: 3\./)).toBeVisible()
  await supervisor.getByRole('button', { name: 'Издай промяната' }).press('Enter')
  const order = supervisor.getByRole('listitem').filter({ hasText: 'РД-01-7/2026' })
  await expect(order).toContainText(/Преместен ден · Заместник-кмет · 02\.12\.2026.*03\.12\.2026/)

  const desk = await counterOf(screens, hall, 'secretary', 'desk')
  await expect(desk.getByRole('listbox', { name: 'При кого' })).toBeFocused()
  await desk.keyboard.press('F7')
  const entries = desk.getByRole('listitem').filter({ hasText: 'отложен ден' })
  await expect(entries).toHaveCount(3)
  for (const [index, number] of ['ПД-0001', 'ПД-0002', 'ПД-0003'].entries())
    await expect(entries.nth(index)).toContainText(number)
  const entry = (number: string) => desk.getByRole('listitem', { name: number })
  await expect(entry('ПД-0001')).toContainText('Беше: сряда, 02.12.2026 г., 09:00')
  await entry('ПД-0001').getByRole('button', { name: 'Ще реши' }).press('Enter')
  await expect(entry('ПД-0001')).toContainText('уведомено, ще реши')
  await entry('ПД-0001').getByRole('button', { name: 'Приема часа' }).press('Enter')
  await expect(entries).toHaveCount(2)
  await entry('ПД-0002').getByRole('button', { name: 'Друг час' }).press('Enter')
  await expect(entry('ПД-0002').getByRole('listbox', { name: 'При кого' })).toBeFocused()
  for (let list = 0; list < 3; list += 1) await desk.keyboard.press('Enter')
  await pressUntil(
    desk,
    'Enter',
    desk.getByText('Няма на кого да се обадите.').or(entries.nth(0).filter({ hasText: 'ПД-0003' })),
  )
  await entry('ПД-0003').getByRole('button', { name: 'Отказва' }).press('Enter')
  await expect(desk.getByText('Няма на кого да се обадите.')).toBeVisible()

  await expect(supervisor.locator('body')).not.toContainText(PERSON.familyName)
  await order.getByRole('button', { name: 'Отмени', exact: true }).press('Enter')
  await order.getByLabel('Заповед за отмяната №').fill('РД-01-8/2026')
  await order.getByRole('button', { name: 'Отмени промяната' }).press('Enter')
  await expect(supervisor.getByText('Няма заповеди за приемните дни.')).toBeVisible()
})

test('someone without a sign-up is taken at the end of a block, and the number stays to be read out', async ({
  hall,
  screens,
}) => {
  hall.clock.moveTo(officeTime('2026-11-25T11:00'))
  const page = await counterOf(screens, hall, 'deputy', '')
  await expect(page.getByText('Няма записвания за този ден.')).toBeVisible()
  const walkIn = page.getByRole('region', { name: 'Без записване' })
  await walkIn.getByRole('button', { name: 'Приеми за 11:45' }).press('Enter')
  await expect(walkIn.getByLabel('Име', { exact: true })).toBeFocused()
  await typePerson(page, PERSON)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('row', { name: /ПД-0001/ })).toContainText('без записване')
  await expect(page.locator('.confirmation-number')).toHaveText('ПД-0001')
  const next = walkIn.getByRole('button', { name: 'Приеми за 11:30' })
  await tabTo(page, page.getByRole('button', { name: 'Готово' }))
  await pressUntil(page, 'Enter', next)
})

test('a question that was answered before is pointed to; to sign up for it all the same needs a reason', async ({
  hall,
  screens,
}) => {
  const { number } = await signedUp(hall, { official: 'deputy-mayor', date: '2026-11-25', time: '08:30' })
  hall.clock.moveTo(officeTime('2026-11-25T08:31'))
  const secretary = await secretaryOf(hall)
  await secretary.done('report-arrival', { number })
  await secretary.done('call-appointment', { official: 'deputy-mayor' })
  await secretary.done('record-outcome', { number, outcome: { kind: 'answered' } })

  const desk = await counterOf(screens, hall, 'secretary', 'desk')
  await expect(desk.getByRole('listbox', { name: 'При кого' })).toBeFocused()
  await desk.keyboard.press('ArrowDown')
  for (let list = 0; list < 3; list += 1) await desk.keyboard.press('Enter')
  await typePerson(desk, PERSON)
  await expect(desk.getByRole('region', { name: 'Предишни записвания: 1' })).toContainText(
    /ПД-0001.*отговорено на място.*същият въпрос, има отговор/s,
  )
  const send = desk.getByRole('button', { name: /^Запиши за сряда, 02\.12\.2026/ })
  await expect(send).toBeDisabled()
  await desk.getByLabel('Защо записването все пак е нужно').fill('Има ново свлачище.')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.locator('.confirmation-number')).toHaveText('ПД-0002')
  expect(await personsOf(secretary, 'ПД-0002')).toMatchObject({
    persons: [{ despite: 'Има ново свлачище.' }],
  })
})

test('a question that was answered before is pointed to at the door too, and is received for a reason', async ({
  hall,
  screens,
}) => {
  const { number } = await signedUp(hall, { official: 'deputy-mayor', date: '2026-11-25', time: '08:30' })
  hall.clock.moveTo(officeTime('2026-11-25T11:00'))
  const secretary = await secretaryOf(hall)
  await secretary.done('record-outcome', { number, outcome: { kind: 'answered' } })

  const page = await counterOf(screens, hall, 'deputy', '')
  const walkIn = page.getByRole('region', { name: 'Без записване' })
  await walkIn.getByRole('button', { name: 'Приеми за 11:45' }).press('Enter')
  await typePerson(page, PERSON)
  await page.keyboard.press('Control+Enter')
  await expect(walkIn.getByText('По същия въпрос вече има отговор: ПД-0001')).toBeVisible()
  await expect(walkIn.getByRole('button', { name: 'Приеми за 11:45' })).toBeDisabled()
  await walkIn.getByLabel('Защо записването все пак е нужно').fill('Има ново свлачище.')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.confirmation-number')).toHaveText('ПД-0002')
  expect(await personsOf(secretary, 'ПД-0002')).toMatchObject({
    persons: [{ despite: 'Има ново свлачище.' }],
  })
})

test('from the time of the appointment on the phone offers no change, and says whom to ask', async ({
  hall,
  screens,
}) => {
  const { code } = await signedUp(hall, { official: 'deputy-mayor', date: '2026-11-25', time: '08:45' })
  const phone = await screens.phone(`${hall.base}/t#pernik/appointment/${code}`)
  hall.clock.moveTo(officeTime('2026-11-25T08:44:59'))
  const cancel = phone.getByRole('button', { name: 'Отказ от записан час' })
  const ask = phone.getByText(/Часът Ви вече е настъпил.*се обърнете към гишето за записване/)
  await expect(cancel).toBeVisible()
  await expect(ask).toBeHidden()
  hall.clock.moveTo(officeTime('2026-11-25T08:45'))
  await expect(ask).toBeVisible()
  await expect(cancel).toBeHidden()
  await expect(phone.getByRole('button', { name: 'Преместване на часа' })).toBeHidden()
})

test('whoever has the number and the code sees who has looked, and erases the data; the appointment goes with them', async ({
  hall,
  screens,
}) => {
  const { number, code } = await signedUp(hall, {
    official: 'deputy-mayor',
    date: '2026-12-02',
    time: '09:00',
  })
  const secretary = await secretaryOf(hall)
  expect(await personsOf(secretary, number)).toMatchObject({ persons: [{ familyName: PERSON.familyName }] })

  const phone = await screens.phone(`${hall.base}/t#pernik/appointment/${code}`)
  await phone.getByRole('button', { name: 'Показване на данните' }).tap()
  await expect(phone.getByText('Мария Пробна')).toBeVisible()
  await expect(phone.getByText(/10:15.*секретарят/)).toBeVisible()
  await phone.getByRole('button', { name: 'Изтриване на данните ми' }).tap()
  await expect(phone.getByRole('heading', { name: 'Да се изтрият ли данните?' })).toBeFocused()
  await phone.getByRole('button', { name: 'Да, изтривам ги' }).tap()
  await expect(phone.getByText('Личните данни са изтрити.')).toBeVisible()
  await expect(phone.getByRole('heading', { name: 'Записването е отказано' })).toBeVisible()
  await expect(phone.locator('body')).not.toContainText(PERSON.familyName)
  expect(await personsOf(secretary, number)).toEqual({ persons: [] })
})
