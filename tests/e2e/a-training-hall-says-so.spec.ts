import { expect, test, type Page, type Screens } from './screens.ts'
import { signIn } from './desk.ts'
import type { Hall } from '../harness/hall.ts'

const RIBBON = 'УЧЕБНА ЗАЛА · нищо тук не е истинско'

test('a training hall says so on every screen', async ({ hall, screens }) => {
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const pages = [
    ...(await publicScreens(screens, hall)),
    await screens.kiosk(hall.base),
    await screens.phone(`${hall.base}/t#pernik/${ticket.code}`),
  ]
  for (const page of pages) await expect(page.getByRole('note').first()).toHaveText(RIBBON)

  const staff = await screens.counter(hall.base)
  await signIn(staff, 'supervisor')
  await expect(staff.getByRole('region', { name: 'Денят' })).toBeVisible()
  await expect(staff.getByRole('note')).toHaveText(RIBBON)
  await staff.getByRole('link', { name: 'Гише' }).click()
  await expect(staff.getByRole('heading', { name: 'На кое гише работите днес?' })).toBeVisible()
  await expect(staff.getByRole('note')).toHaveText(RIBBON)
})

test.describe('a real hall', () => {
  test.use({ kind: 'real' })

  test('has no such ribbon', async ({ hall, screens }) => {
    for (const page of await publicScreens(screens, hall)) {
      await expect(page.getByRole('main')).toContainText(/Община Перник|Гише|Вход за служители/)
      await expect(page.getByText(RIBBON)).toHaveCount(0)
    }
  })
})

async function publicScreens(screens: Screens, { base }: Hall): Promise<readonly Page[]> {
  return [await screens.board(base), await screens.sign(base, 3), await screens.counter(base)]
}
