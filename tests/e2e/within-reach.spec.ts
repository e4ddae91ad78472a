import { busyHall } from './busy-hall.ts'
import { expect, SIZES, test, type Page } from './screens.ts'

/** A Full HD panel of this diagonal, inches, has four pixels to the millimetre. */
const SCREEN = 21.5
const MM = Math.hypot(1920, 1080) / (SCREEN * 25.4)
/** How high a capital letter is that takes up 0.7 degrees from 40 cm, millimetres (EN 301 549, 5.1.4). */
const LARGE = (400 * Math.PI * 0.7) / 180

test('whatever can be touched is 20 mm large with 3 mm between, on every face, and low where it was asked for', async ({
  hall,
  screens,
}) => {
  await busyHall(hall)
  const kiosk = await screens.kiosk(hall.base)
  await kiosk.goto(`${hall.base}/kiosk?screen=${SCREEN}#token=demo-kiosk`)
  for (const [mode, switches, size] of [
    ['ordinary', [], SIZES.kioskUpright],
    ['wide', [], SIZES.kioskWide],
    // No voice is here: that is told, and what is touched stays low beside it.
    ['wide and low', ['Долна половина', 'Озвучаване'], SIZES.kioskWide],
    ['wide, larger and low', ['По-едър шрифт', 'Долна половина'], SIZES.kioskWide],
    ['larger and low', ['По-едър шрифт', 'Долна половина', 'Озвучаване'], SIZES.kioskUpright],
  ] as const) {
    await kiosk.setViewportSize(size)
    for (const name of switches) await kiosk.getByRole('button', { name, exact: true }).tap()
    const hasVoice = kiosk.getByText('Този киоск няма глас.')
    if (mode.endsWith('low') && !mode.startsWith('wide,')) await expect(hasVoice).toBeVisible()
    const faces: readonly (readonly [string, () => Promise<void>])[] = [
      ['Моля, изберете услуга', async () => {}],
      ['Вашият записан час', () => kiosk.getByRole('button', { name: 'Имам записан час' }).tap()],
      ['Моля, изберете услуга', () => kiosk.getByRole('button', { name: 'Назад' }).tap()],
      ['Гражданско състояние', () => kiosk.getByRole('button', { name: 'Гражданско състояние' }).tap()],
      [
        'Удостоверение за наследници',
        () => kiosk.getByRole('button', { name: 'Удостоверение за наследници' }).tap(),
      ],
      ['Вашият номер е', () => kiosk.getByRole('button', { name: 'Изтеглете билет' }).tap()],
    ]
    for (const [title, go] of faces) {
      await go()
      await expect(kiosk.getByRole('heading', { level: 1 })).toContainText(title)
      expect.soft(await faults(kiosk, mode.includes('low')), `${title}, ${mode}`).toEqual([])
      if (mode.includes('larger'))
        expect.soft(await smallest(kiosk), `${title}, ${mode}`).toBeGreaterThan(LARGE)
    }
    await kiosk.getByRole('button', { name: 'Готово' }).tap()
  }
})

test('what turns the pages goes once all has its place: the room that it takes keeps it from nobody', async ({
  hall,
  screens,
}) => {
  await busyHall(hall)
  const kiosk = await screens.kiosk(hall.base, SIZES.kioskWide)
  const cards = kiosk.locator('.card')
  const turns = kiosk.getByRole('button', { name: 'Надолу' })
  async function expectAllInPlace() {
    await expect(turns).toHaveCount(0)
    for (const card of await cards.all()) await expect(card).toBeInViewport({ ratio: 1 })
  }
  await expect(cards).not.toHaveCount(0)
  await expectAllInPlace()
  await kiosk.setViewportSize({ width: 1600, height: 1080 })
  await expect(turns).toBeVisible()
  await kiosk.setViewportSize(SIZES.kioskWide)
  await expectAllInPlace()

  // Until the screen's own letters are there it writes with wider ones.
  const { promise: theirTime, resolve: arrive } = Promise.withResolvers<void>()
  await kiosk.route('**/*.woff2', async (route) => {
    await theirTime
    await route.continue()
  })
  await kiosk.reload({ waitUntil: 'commit' })
  await expect(turns).toBeVisible()
  arrive()
  await expectAllInPlace()
})

/** @returns how high a capital letter of the smallest words is, millimetres: in this typeface 0.655 of the size. */
async function smallest(kiosk: Page): Promise<number> {
  const size = await kiosk.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll<HTMLElement>('.stage *')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .filter((element) => [...element.childNodes].some((node) => node.nodeName === '#text'))
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    ),
  )
  return (size * 0.655) / MM
}

/** @returns what is too small, too close to another, or too high up. */
function faults(kiosk: Page, isLow: boolean): Promise<readonly string[]> {
  return kiosk.evaluate(
    ({ mm, low }) => {
      const targets = [...document.querySelectorAll<HTMLElement>('button, label, a[href]')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .map((element) => ({ name: element.innerText.split('\n')[0] ?? '', box: seen(element) }))
        .filter(({ box }) => box.height > 1 && box.width > 1)
      return targets.flatMap(({ name, box }, index) => [
        ...(box.isWhole && Math.min(box.width, box.height) < 20 * mm - 0.5
          ? [`${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`]
          : []),
        ...(low && box.top < innerHeight / 2 - 1 ? [`${name}: at ${Math.round(box.top)}`] : []),
        ...targets.slice(index + 1).flatMap((other) => {
          const apart = Math.max(
            other.box.left - box.right,
            box.left - other.box.right,
            other.box.top - box.bottom,
            box.top - other.box.bottom,
          )
          return apart < 3 * mm - 0.5 ? [`${name} and ${other.name}: ${Math.round(apart)} apart`] : []
        }),
      ])

      /** What of it can be seen and touched, where it stands in something that scrolls. */
      function seen(element: HTMLElement) {
        const own = element.getBoundingClientRect()
        const view = element.closest('.scroller-view, .screen-deck')?.getBoundingClientRect()
        const top = Math.max(own.top, view?.top ?? 0)
        const bottom = Math.min(own.bottom, view?.bottom ?? innerHeight)
        const { left, right, width } = own
        return {
          left,
          right,
          top,
          bottom,
          width,
          height: bottom - top,
          isWhole: bottom - top > own.height - 1,
        }
      }
    },
    { mm: MM, low: isLow },
  )
}
