import type { OfficeListing } from '#shared/accounts.ts'
import { startProcess } from '../harness/process.ts'
import { expectAccessible } from './accessible.ts'
import { signIn } from './desk.ts'
import { expect, test, type Locator, type Page } from './screens.ts'

test('a new hall prints a link, with which one person becomes its administrator, once', async ({
  screens,
}) => {
  const hall = await startProcess({ entry: 'main' })
  try {
    const link = /http:\/\/[^/]+\/window(\/invitation#\S+)/
    await expect.poll(() => hall.printed()).toMatch(link)
    const path = link.exec(hall.printed())?.[1] ?? ''
    const page = await screens.counter(hall.base)
    await expect(page.getByText('Центърът още няма администратор.')).toBeVisible()

    await page.goto(`${hall.base}/window${path}`)
    await expect(page.getByRole('heading', { name: 'Първи администратор' })).toBeVisible()
    await page.getByLabel('Потребителско име').fill('m.petrova')
    await page.getByLabel('Име и фамилия').fill('Мария Петрова')
    await page.getByLabel('Парола').fill('една дълга парола')
    await page.getByRole('button', { name: 'Създай и влез' }).click()
    await expect(page.getByRole('region', { name: 'Служители' })).toContainText('Мария Петрова')

    const second = await screens.counter(hall.base)
    await expect(second.getByText('Центърът още няма администратор.')).toHaveCount(0)
    await second.goto(`${hall.base}/window${path}`)
    await second.getByLabel('Потребителско име').fill('intruder')
    await second.getByLabel('Име и фамилия').fill('Втори')
    await second.getByLabel('Парола').fill('друга дълга парола')
    await second.getByRole('button', { name: 'Създай и влез' }).click()
    await expect(second.getByRole('alert')).toHaveText('Връзката е използвана или е изтекла.')
  } finally {
    screens.expectLossOfLine()
    await hall.close()
  }
})

test('a new clerk signs in at once, and is out at once when the account is stopped', async ({
  hall,
  screens,
}) => {
  const page = await screens.counter(hall.base)
  await signIn(page, 'admin')
  const form = page.getByRole('region', { name: 'Нов служител' })
  await form.getByLabel('Име', { exact: true }).fill('Иван Колев')
  await form.getByLabel('Потребителско име').fill('i.kolev')
  await form.getByLabel('Парола', { exact: true }).fill('къса')
  await expect(form.getByRole('button', { name: 'Създай достъп' })).toHaveAttribute('aria-disabled', 'true')
  await form.getByLabel('Парола', { exact: true }).fill('достатъчно дълга')
  await form.getByRole('button', { name: 'Създай достъп' }).click()
  await expect(form.getByText('Достъпът е създаден: Иван Колев (i.kolev)')).toBeVisible()

  const desk = await screens.counter(hall.base)
  await signIn(desk, 'i.kolev', 'достатъчно дълга')
  await expect(desk.getByRole('heading', { name: 'На кое гише работите днес?' })).toBeVisible()

  // The password was the administrator's choice: the clerk takes another, without the mouse.
  await desk.getByRole('button', { name: 'Парола', exact: true }).focus()
  await desk.keyboard.press('Enter')
  for (const text of ['не е тази', 'моя собствена дума', 'моя собствена дума']) {
    await desk.keyboard.type(text)
    await desk.keyboard.press('Tab')
  }
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('alert')).toHaveText('Досегашната парола не е вярна.')
  await expectAccessible(desk)
  await desk.keyboard.type('достатъчно дълга')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('heading', { name: 'Паролата е сменена' })).toBeVisible()
  await desk.keyboard.press('Escape')
  await expect(desk.getByRole('heading', { name: 'На кое гише работите днес?' })).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Парола', exact: true })).toBeFocused()

  await page.getByRole('button', { name: 'Промени… Иван Колев' }).click()
  await page.getByRole('button', { name: /^Прекрати сесиите/ }).click()
  await expect(desk.getByRole('heading', { name: 'Вход за служители' })).toBeVisible()
  await signIn(desk, 'i.kolev', 'моя собствена дума')
  await expect(desk.getByRole('heading', { name: 'На кое гише работите днес?' })).toBeVisible()

  await page.getByRole('button', { name: /^Спри достъпа/ }).click()
  await expect(rowOf(page, 'Иван Колев')).toContainText('без достъп')
  await expect(desk.getByRole('heading', { name: 'Вход за служители' })).toBeVisible()
  await signIn(desk, 'i.kolev', 'моя собствена дума')
  await expect(desk.getByRole('alert')).toHaveText('Името или паролата не са верни.')
})

test("a kiosk's key is shown once, gives tickets, and gives none once it is revoked", async ({
  hall,
  screens,
}) => {
  const page = await screens.counter(hall.base)
  await signIn(page, 'admin')
  await page.getByRole('link', { name: 'Устройства' }).click()
  await page.getByLabel('Име на устройството').fill('Киоск до входа')
  await page.getByRole('button', { name: 'Създай ключ' }).click()
  const address = await page.getByLabel('Готов адрес за киоска').inputValue()
  await page.getByRole('button', { name: 'Ключът е записан, скрий го' }).click()
  await page.reload()
  await expect(rowOf(page, 'Киоск до входа')).toContainText('действа')
  await expect(page.getByText(address.split('token=')[1] ?? '')).toHaveCount(0)

  const kiosk = await screens.kiosk(hall.base)
  await kiosk.goto('about:blank')
  await kiosk.goto(address)
  await expect(kiosk).toHaveURL(`${hall.base}/kiosk`) // nobody reads the key from the address
  await kiosk.getByRole('button', { name: 'Плащане на такса (каса)' }).tap()
  await kiosk.getByRole('button', { name: 'Изтеглете билет' }).tap()
  await expect(kiosk.getByRole('heading', { level: 1 })).toContainText('Вашият номер е')

  await page.getByRole('button', { name: 'Отнеми достъпа… Киоск до входа' }).click()
  await page.getByRole('button', { name: /^Отнеми достъпа сега/ }).click()
  await expect(rowOf(page, 'Киоск до входа')).toContainText('отнет достъп')
  await expect(kiosk.getByRole('heading', { name: 'Настройка на киоска' })).toBeVisible()
  await expect(kiosk.getByText('Посетители: моля, обърнете се към служител за билет.')).toBeVisible()
})

test('what a record of the log holds is read in the language of the page, and below it as it is kept', async ({
  hall,
  screens,
}) => {
  await (await hall.as('clerk3')).done('open-window', { window: 3 })
  const page = await screens.counter(hall.base)
  await signIn(page, 'auditor')
  const record = page.getByRole('row').filter({ hasText: 'Гише 3: отворено, clerk3' })
  await record.getByText('Гише 3: отворено, clerk3').click()
  for (const [name, value] of [
    ['гише', '3'],
    ['служител', 'clerk3'],
  ] as const)
    await expect(record.locator('.facts > div').filter({ hasText: name })).toHaveText(`${name}${value}`)
  const kept = record.locator('[lang="en"]')
  await expect(kept).toBeHidden()
  await record.getByText('Записът, както се пази').click()
  await expect(kept).toHaveText('typewindow-openedwindow3clerkclerk3')

  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByText('The record as it is kept').first()).toBeVisible()
  await expectAccessible(page)
})

test('a device is named with its centre, and a legal ground is Bulgarian for every voice', async ({
  hall,
  screens,
}) => {
  const page = await screens.counter(hall.base)
  await signIn(page, 'admin')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Devices' }).click()
  const { body } = await hall.nobody.get('/api/offices')
  const { offices } = body as OfficeListing
  for (const cell of await page
    .getByRole('region', { name: 'Devices', exact: true })
    .locator('td:first-of-type')
    .all())
    await expect(cell).toHaveText(offices[0]?.name.en ?? 'no office')

  await page.getByRole('link', { name: 'Office settings' }).click()
  const ground = page
    .getByText(/ЗМДТ|Наредба/)
    .filter({ visible: true })
    .first()
  await expect(ground).toHaveAttribute('lang', 'bg')
})

function rowOf(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
}
