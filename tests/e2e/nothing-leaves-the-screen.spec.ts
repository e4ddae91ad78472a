import { officeTime } from '../harness/settings.ts'
import { busyHall } from './busy-hall.ts'
import { openWindow, pressUntil, signIn, state } from './desk.ts'
import { expect, SIZES, test, type Page } from './screens.ts'

for (const [name, size] of [
  ['upright', SIZES.kioskUpright],
  ['wide', SIZES.kioskWide],
  ['small', SIZES.kioskSmall],
] as const)
  test(`at the ${name} kiosk every word can be read, in every language and larger`, async ({
    hall,
    screens,
  }) => {
    await busyHall(hall)
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
      [
        'Deutsch',
        'Größere Schrift',
        'Civil status and address registration',
        'Address registration',
        'Wartezettel ziehen',
        'Fertig',
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
    await busyHall(hall)
    const board = await screens.board(hall.base, size, query)
    await expect(board.getByRole('region', { name: 'Повикване' })).toBeVisible()
    await expectAllReadable(board)
    expect(await board.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true)
  })

test("the clerk's screen holds all that it says, in both languages", async ({ hall, screens }) => {
  await busyHall(hall)
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

test("the supervisor's sections hold all that they say", async ({ hall, screens }) => {
  await busyHall(hall)
  const page = await screens.counter(hall.base, SIZES.desk)
  await signIn(page, 'supervisor')
  await page.getByRole('link', { name: 'Надзор' }).click()
  await page.locator('[data-window="4"]').click()
  await expect(page.getByRole('region', { name: 'Гише 4' })).toBeVisible()
  await expectAllReadable(page)
  for (const section of ['Вписване на посетител', 'Извън реда', 'Календар']) {
    await page.getByRole('link', { name: section }).click()
    await expect(page.getByText('08:30–17:00').filter({ visible: true }).first()).toBeVisible()
    await expectAllReadable(page)
  }
})

test('a board whose line is down after the day still holds all that it says', async ({ hall, screens }) => {
  await busyHall(hall)
  const board = await screens.board(hall.base)
  hall.clock.moveTo(officeTime('2026-11-25T19:00'))
  await expect(board.getByText('Извиняваме се за загубеното време')).toBeVisible()
  await expectAllReadable(board)
  screens.expectLossOfLine()
  await hall.close()
  await expect(board.getByText('Таблото няма връзка със системата')).toBeVisible()
  await expectAllReadable(board)
})

/** No page scrolls sideways, and no words are cut off by a box they stand in, unless it scrolls, or stand out of it. */
async function expectAllReadable(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(wordsCutOff)).toEqual([])
}

/** Runs in the page. @returns the words that cannot be read whole. */
function wordsCutOff(): readonly string[] {
  const sideways = document.documentElement.scrollWidth > innerWidth
  return [...(sideways ? ['the page scrolls sideways'] : []), ...texts().flatMap(cutOff)]

  function texts(): readonly HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        // Folded up, a line may end in three dots: unfolded it is whole.
        element.closest('details:not([open]) summary, .visually-hidden') === null &&
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
        ),
    )
  }

  function cutOff(text: HTMLElement): readonly string[] {
    // Tight lines let the font's own box stand out a little above and below the letters.
    const tight = 0.35 * Number.parseFloat(getComputedStyle(text).fontSize)
    const own = text.getBoundingClientRect()
    const block = blockOf(text).getBoundingClientRect()
    const standsOut = own.left < block.left - 1 || own.right > block.right + 1
    if (standsOut || own.left < -1 || own.right > innerWidth + 1) return [text.innerText]
    for (let box: HTMLElement | null = text; box !== null; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box)
      if (overflowX === 'auto' || overflowY === 'auto' || overflowY === 'scroll') return []
      if (overflowX === 'visible') continue
      const isSelf = box === text
      const outer = box.getBoundingClientRect()
      const wide = isSelf ? box.scrollWidth - box.clientWidth : own.right - outer.right
      const high = isSelf ? box.scrollHeight - box.clientHeight : own.bottom - outer.bottom
      if (wide > 1 || high > tight) return [text.innerText]
    }
    return []
  }
  function blockOf(text: HTMLElement): HTMLElement {
    const parent = text.parentElement
    if (parent === null || !getComputedStyle(text).display.startsWith('inline')) return text
    return blockOf(parent)
  }
}
