import { pressUntil, signIn, tabTo } from './desk.ts'
import { signedUp } from './reception-hands.ts'
import { expect, test } from './screens.ts'

test.use({ at: '2026-11-24T10:15' })

test('the auditor reads, by keyboard, who has seen the personal data of an appointment, and never the data', async ({
  hall,
  screens,
}) => {
  const { number } = await signedUp(hall, { official: 'deputy-mayor', date: '2026-11-25', time: '08:30' })
  const secretary = await hall.as('secretary')
  await secretary.get(`/api/offices/pernik/reception/persons?numbers=${encodeURIComponent(number)}`)

  const page = await screens.counter(hall.base)
  await signIn(page, 'auditor')
  await expect(page.getByText('Веригата на записите е цяла')).toBeVisible()
  await pressUntil(page, 'Digit2', page.getByRole('heading', { name: 'Прегледи на лични данни' }))
  await expect(page.getByText('Въведете номер, за да видите прегледите към него.')).toBeVisible()

  await tabTo(page, page.getByLabel('Номер на записване'))
  await page.keyboard.type('Иванов')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Това не е номер на записване/)).toBeVisible()
  await page.getByLabel('Номер на записване').fill('2')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Няма прегледи на лични данни към ПД-0002/)).toBeVisible()
  await page.getByLabel('Номер на записване').fill('пд 1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('ПД-0001: 1 преглед, от най-ранния')).toBeVisible()
  await expect(page.getByRole('row', { name: /secretary/ })).toHaveText(
    /24\.11\.2026.*10:15.*секретар.*отворено записване/,
  )
  await expect(page.locator('body')).not.toContainText('Пробна')

  await secretary.get('/api/offices/pernik/reception/persons?official=deputy-mayor&date=2026-11-25')
  await page.keyboard.press('Enter')
  await expect(page.getByText('ПД-0001: 2 прегледа, от най-ранния')).toBeVisible()

  await page.goto(`${hall.base}/window/administration`)
  await expect(page.getByText('Тази страница не е за Вашата роля.')).toBeVisible()
})

test('of a day on which nothing happened the auditor reads that it has no records, and not that they are whole', async ({
  hall,
  screens,
}) => {
  const page = await screens.counter(hall.base)
  await signIn(page, 'auditor')
  await expect(page.getByText('Веригата на записите е цяла')).toBeVisible()
  const log = page.getByRole('region', { name: 'Дневник' })
  await log.getByLabel('Ден').fill('2026-11-21')

  await expect(log.getByText('За този ден няма записи.')).toBeVisible()
  await expect(log.getByText('Веригата на записите е цяла')).toHaveCount(0)
})
