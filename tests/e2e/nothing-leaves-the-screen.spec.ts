import type { Hall } from '../harness/hall.ts'
import { officeTime } from '../harness/settings.ts'
import { openWindow, pressUntil, state } from './desk.ts'
import { expect, SIZES, test, type Page } from './screens.ts'

/** A hall at work: people wait for much, some are called, one is served. */
async function busy(hall: Hall): Promise<void> {
  const services = [
    'payment',
    'tax-declaration',
    'heirs-certificate',
    'building-permit',
    'information',
    'payment',
  ]
  for (const service of services)
    await hall.kiosk.done('issue-ticket', { service, priority: service === 'payment' })
  hall.clock.moveTo(officeTime('2026-11-25T10:38'))
  for (const service of services) await hall.kiosk.done('issue-ticket', { service })
  hall.clock.moveTo(officeTime('2026-11-25T10:40'))
  for (const window of [1, 4, 5]) {
    const clerk = await hall.as(`clerk${window}`)
    await clerk.done('open-window', { window })
    await clerk.done('call-next', { window })
    if (window !== 5) await clerk.done('start-service', { window })
  }
}

for (const [name, size] of [
  ['upright', SIZES.kioskUpright],
  ['wide', SIZES.kioskWide],
  ['small', SIZES.kioskSmall],
] as const)
  test(`at the ${name} kiosk every word can be read, in both languages and larger`, async ({
    hall,
    screens,
  }) => {
    await busy(hall)
    const kiosk = await screens.kiosk(hall.base, size)
    for (const [language, larger, group, service, take, done] of [
      [
        'Български',
        null,
        'Гражданско състояние и адресна регистрация',
        'Адресна регистрация',
        'Изтеглете билет',
        'Готово',
      ],
      [
        'English',
        'Larger text',
        'Civil status and address registration',
        'Address registration',
        'Take a ticket',
        'Done',
      ],
    ] as const) {
      await kiosk.getByRole('button', { name: language }).tap()
      if (larger !== null) await kiosk.getByRole('button', { name: larger }).tap()
      await expectAllReadable(kiosk)
      await kiosk.getByRole('button', { name: group }).tap()
      await expect(kiosk.getByRole('heading', { level: 1 })).toContainText(group)
      await expectAllReadable(kiosk)
      await kiosk.getByRole('button', { name: service }).tap()
      await expect(kiosk.getByRole('button', { name: take })).toBeInViewport({ ratio: 1 })
      await expectAllReadable(kiosk)
      await kiosk.getByRole('button', { name: take }).tap()
      await expect(kiosk.getByRole('button', { name: done })).toBeInViewport({ ratio: 1 })
      await expect(kiosk.getByRole('img', { name: /QR/ })).toBeInViewport({ ratio: 1 })
      await expectAllReadable(kiosk)
      await kiosk.getByRole('button', { name: done }).tap()
    }
  })

for (const [name, size, query] of [
  ['wide', SIZES.board, ''],
  ['upright', SIZES.boardUpright, ''],
  ['wide, for ten metres on 55 inches', SIZES.board, '?distance=10&screen=55'],
] as const)
  test(`the ${name} board holds all that it says`, async ({ hall, screens }) => {
    await busy(hall)
    const board = await screens.board(hall.base, size, query)
    await expect(board.getByRole('region', { name: 'Повикване' })).toBeVisible()
    await expectAllReadable(board)
    expect(await board.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true)
  })

test("the clerk's screen holds all that it says, in both languages", async ({ hall, screens }) => {
  await busy(hall)
  const desk = await screens.counter(hall.base, SIZES.desk)
  await openWindow(desk, 'clerk6', 6)
  for (const language of ['Български', 'English']) {
    await desk.getByRole('button', { name: language }).click()
    await expectAllReadable(desk)
  }
  await desk.getByRole('button', { name: 'Български' }).click()
  await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
  for (const language of ['English', 'Български']) {
    await desk.getByRole('button', { name: language }).click()
    await expectAllReadable(desk)
  }
  await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))
  for (const language of ['English', 'Български']) {
    await desk.getByRole('button', { name: language }).click()
    await expectAllReadable(desk)
  }
})

/** No page scrolls sideways, and no words are cut off by the box they stand in. */
async function expectAllReadable(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
          const style = getComputedStyle(element)
          const hasWords = [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
          )
          const box = element.getBoundingClientRect()
          const isForEarsAlone = box.width <= 2 || box.height <= 2 || style.visibility === 'hidden'
          if (!hasWords || isForEarsAlone) return false
          if (box.left < -1 || box.right > innerWidth + 1) return true
          // Folded up, a line may end in three dots: unfolded it is whole.
          if (style.overflowX === 'visible' || element.closest('details:not([open]) summary')) return false
          const [wide, high] = [
            element.scrollWidth - element.clientWidth,
            element.scrollHeight - element.clientHeight,
          ]
          // Tight lines let the font's own box stand out a little above and below the letters.
          return wide > 1 || high > 0.35 * Number.parseFloat(style.fontSize)
        })
        const sideways = document.documentElement.scrollWidth > innerWidth
        return [
          ...(sideways ? ['the page scrolls sideways'] : []),
          ...cut.map((element) => element.innerText),
        ]
      }),
    )
    .toEqual([])
}
