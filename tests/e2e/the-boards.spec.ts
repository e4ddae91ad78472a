import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OfficeSettings } from '#server/domain/settings.ts'
import { startHall, temporaryFolder, type Hall } from '../harness/hall.ts'
import { hasty } from '../harness/settings.ts'
import { signIn } from './desk.ts'
import { expect, SIZES, test as base, type Page } from './screens.ts'
import { expectAccessible } from './accessible.ts'

/** The window for taxes, as the office’s file has it. */
const TAXES = 6

const test = base.extend<{ readonly zoned: Hall }>({
  zoned: async ({}, use) => {
    const pictures = temporaryFolder()
    writeFileSync(
      join(pictures, 'лято.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 4"><rect width="16" height="4" fill="#0b5d57"/></svg>',
    )
    writeFileSync(join(pictures, 'notes.txt'), 'no picture')
    const zones = [
      { id: 'cash', name: { bg: 'Каса', en: 'Cash desk' }, windows: [4], services: ['payment'] },
      { id: 'taxes', name: { bg: 'Данъци', en: 'Taxes' }, windows: [TAXES] },
    ]
    const hall = await startHall({
      offices: [OfficeSettings.parse({ ...hasty(), boards: { zones, pictures } })],
    })
    await use(hall)
    await hall.close()
    rmSync(pictures, { recursive: true })
  },
})

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

test('zones, notices and pictures: what a board shows, and what the supervisor and the auditor see of it', async ({
  zoned: hall,
  screens,
}) => {
  test.setTimeout(120_000)
  const [cash, upright] = [
    await screens.board(hall.base, SIZES.board, '?zone=cash'),
    await screens.board(hall.base, SIZES.boardUpright),
  ]

  await test.step('while nobody is called a picture stands in the upper third, and nothing that is none', async () => {
    await expect(cash.locator('.picture img')).toHaveAttribute('src', /%D0%BB%D1%8F%D1%82%D0%BE\.svg$/)
    await expect
      .poll(() => cash.locator('.picture img').evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
    expect((await hall.nobody.get('/pictures/pernik/notes.txt')).status).toBe(404)
    await picture(cash, 'board-picture')
    await expectAccessible(cash)
  })

  await hall.kiosk.done('issue-ticket', { service: 'payment', language: 'en' })
  await hall.kiosk.done('issue-ticket', { service: 'tax-declaration' })
  const [atCash, atTaxes] = [await hall.as('clerk4'), await hall.as(`clerk${TAXES}`)]
  await atCash.done('open-window', { window: 4 })
  await atTaxes.done('open-window', { window: TAXES })
  await atCash.done('call-next', { window: 4 })
  await atTaxes.done('call-next', { window: TAXES })

  await test.step('a board with a zone shows its own calls, one without shows all', async () => {
    await expect(cash.getByRole('region', { name: 'Повикване' })).toContainText('П\u00a0001')
    await expect(upright.locator('main')).toContainText('М\u00a0001')
    await expect(upright.locator('main')).toContainText('П\u00a0001')
    await expect(cash.locator('main')).not.toContainText('М\u00a0001')
    await expect(cash.getByRole('heading', { name: 'Каса' })).toBeVisible()
    await expect(cash.locator('.picture')).toHaveCount(0)
  })

  const page = await screens.counter(hall.base)
  await signIn(page, 'supervisor')
  await page.getByRole('link', { name: 'Надзор' }).click()

  await test.step('the supervisor sees the boards, and puts a notice on them', async () => {
    await page.getByRole('link', { name: /Табла/ }).click()
    await expect(page.getByRole('row', { name: /Табло в залата/ }).first()).toContainText(/на линия|без звук/)
    await page.getByLabel('Текст на български').fill('Асансьорът не работи. Стълбите са вляво от входа.')
    await page
      .getByLabel('Текст на английски')
      .fill('The lift is out of order. The stairs are left of the entrance.')
    await page.getByLabel('Час').nth(1).fill('12:00')
    await page.getByRole('button', { name: 'Покажи на таблата' }).click()
    await expect(page.getByRole('button', { name: 'Свали' })).toBeVisible()
    for (const board of [cash, upright]) await expect(board.getByText('Асансьорът не работи.')).toBeVisible()
    await expectAccessible(page)
    await picture(page, 'supervisor-boards')
    await picture(cash, 'board-zone')
    await picture(upright, 'board-upright')
    await expectAccessible(upright)
  })

  await test.step('the auditor reads what was shown, and that it was not heard where the sound is blocked', async () => {
    const auditor = await screens.counter(hall.base)
    await signIn(auditor, 'auditor')
    await auditor.getByRole('link', { name: 'Повиквания на глас' }).click()
    await auditor.getByRole('button', { name: 'Обнови' }).click()
    await expect(auditor.getByRole('row', { name: /П.001.*показано/ }).first()).toBeVisible()
    await expectAccessible(auditor)
    await picture(auditor, 'auditor')
  })

  await test.step('a notice that is over, or taken down, stands there no more', async () => {
    await page.getByRole('button', { name: 'Свали' }).click()
    for (const board of [cash, upright]) await expect(board.getByText('Асансьорът не работи.')).toHaveCount(0)
  })
})
