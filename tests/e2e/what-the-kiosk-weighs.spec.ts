import { transferKb, untouched } from '../bench/sizes.ts'
import { expect, test } from './screens.ts'

test('until somebody touches it a kiosk fetches 100 kB of programs at most, and the code of a ticket with the first touch', async ({
  hall,
  screens,
}) => {
  const kiosk = await screens.kiosk(hall.base)
  const programs = new Set<string>()
  kiosk.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) programs.add(pathname)
  })
  await kiosk.reload({ waitUntil: 'networkidle' })

  await expect.poll(() => [...programs].toSorted()).toEqual(untouched('kiosk'))
  expect(transferKb('kiosk')).toBeLessThanOrEqual(100)
  await kiosk.getByRole('button', { name: 'English' }).tap()
  await expect.poll(() => [...programs]).toContainEqual(expect.stringContaining('/qr-code-'))
})
