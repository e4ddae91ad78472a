import { transferKb, untouched } from '../bench/sizes.ts'
import { expect, test, type Page } from './screens.ts'

test('until somebody touches it a kiosk fetches 100 kB of programs at most, and the code of a ticket with the first touch', async ({
  hall,
  screens,
}) => {
  const kiosk = await screens.kiosk(hall.base)
  await kiosk.waitForLoadState('networkidle')

  await expect.poll(() => programs(kiosk)).toEqual(untouched('kiosk'))
  expect(transferKb('kiosk')).toBeLessThanOrEqual(100)
  await kiosk.getByRole('button', { name: 'English' }).tap()
  await expect.poll(() => programs(kiosk)).toContainEqual(expect.stringContaining('/qr-code-'))
})

/** What the page itself has asked for: what its worker keeps for when the server is away comes beside it. */
async function programs(page: Page): Promise<readonly string[]> {
  const addresses = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  return addresses
    .map((address) => new URL(address).pathname)
    .filter((path) => path.endsWith('.js'))
    .toSorted()
}
