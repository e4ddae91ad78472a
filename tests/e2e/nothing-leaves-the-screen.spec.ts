import { outcomeWords } from '#shared/words/reasons.ts'
import { officeTime } from '../harness/settings.ts'
import { busyHall } from './busy-hall.ts'
import { mainSpot, openWindow, pressUntil, signIn, state } from './desk.ts'
import { expectAllReadable } from './readable.ts'
import { expect, SIZES, test } from './screens.ts'
import { testWithPaper } from './with-paper.ts'

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
    for (const [language, larger, group, service, take, done, appointment, back, ways] of [
      [
        'Български',
        null,
        'Гражданско състояние и адресна регистрация',
        'Удостоверение за наследници',
        'Изтеглете билет',
        'Готово',
        'Имам записан час',
        'Назад',
        ['Висок контраст', 'Долна половина'],
      ],
      [
        'English',
        'Larger text',
        'Civil status and address registration',
        'Certificate of heirs',
        'Take a ticket',
        'Done',
        'I have an appointment',
        'Back',
        ['High contrast', 'Lower half'],
      ],
      [
        'Deutsch',
        'Größere Schrift',
        'Civil status and address registration',
        'Certificate of heirs',
        'Wartezettel ziehen',
        'Fertig',
        'Ich habe einen Termin',
        'Zurück',
        ['Hoher Kontrast', 'Untere Hälfte'],
      ],
    ] as const) {
      await kiosk.getByRole('button', { name: language }).tap()
      if (larger !== null) await kiosk.getByRole('button', { name: larger }).tap()
      await expectAllReadable(kiosk)
      await kiosk.getByRole('button', { name: appointment }).tap()
      await expectAllReadable(kiosk)
      for (let typed = 0; typed < 3; typed += 1)
        await kiosk.getByRole('button', { name: '9', exact: true }).tap()
      await expect(kiosk.getByText('ПД-0999')).toBeInViewport({ ratio: 1 })
      await expectAllReadable(kiosk)
      await kiosk.getByRole('button', { name: back }).tap()
      await kiosk.getByRole('button', { name: group }).tap()
      await expect(kiosk.getByRole('heading', { level: 1 })).toContainText(group)
      await expectAllReadable(kiosk)
      await kiosk.getByRole('button', { name: service }).tap()
      await expect(kiosk.getByRole('button', { name: take })).toBeInViewport({ ratio: 1 })
      await expectAllReadable(kiosk)
      // All that the choice needs has its place, also for whoever reaches low; on a small panel all is low enough.
      const offered = name === 'small' ? ways.slice(0, 1) : ways
      for (const way of [...offered, ...offered]) {
        await kiosk.getByRole('button', { name: way }).tap()
        await expectAllReadable(kiosk)
        for (const choice of await kiosk.locator('.priority-choice').all())
          await expect(choice).toBeInViewport({ ratio: 1 })
      }
      await kiosk.getByRole('button', { name: take }).tap()
      await expect(kiosk.getByRole('button', { name: done })).toBeInViewport({ ratio: 1 })
      await expect(kiosk.getByRole('img', { name: /QR/ })).toBeInViewport({ ratio: 1 })
      await expectAllReadable(kiosk)
      await kiosk.getByRole('button', { name: done }).tap()
    }
  })

for (const [name, size] of [
  ['upright', SIZES.kioskUpright],
  ['wide', SIZES.kioskWide],
  ['small', SIZES.kioskSmall],
] as const)
  test(`at the ${name} kiosk what a service costs, what to bring and how long it takes is seen without turning a page`, async ({
    hall,
    screens,
  }) => {
    await busyHall(hall)
    const kiosk = await screens.kiosk(hall.base, size)
    // The longest name with the most speeds; the most to bring.
    for (const [language, group, service] of [
      ['Български', 'Гражданско състояние и адресна регистрация', 'Препис-извлечение от акт за смърт'],
      ['Български', 'Гражданско състояние и адресна регистрация', 'Удостоверение за наследници'],
      ['English', 'Civil status and address registration', 'Certificate of marital status'],
    ] as const) {
      await kiosk.getByRole('button', { name: language }).tap()
      const low = kiosk.getByRole('button', {
        name: language === 'English' ? 'Lower half' : 'Долна половина',
      })
      for (const card of await kiosk.locator('.card').all()) await expect(card).toBeInViewport({ ratio: 1 })
      if (name === 'wide') {
        await low.tap()
        for (const card of await kiosk.locator('.card').all()) await expect(card).toBeInViewport({ ratio: 1 })
        await low.tap()
      }
      await kiosk.getByRole('button', { name: group }).tap()
      await kiosk.getByRole('button', { name: service }).tap()
      await expect(kiosk.locator('.fees tbody tr')).toHaveCount(3)
      for (const row of await kiosk.locator('.fees tr').all()) await expect(row).toBeInViewport({ ratio: 1 })
      for (const document of await kiosk.locator('.documents li').all())
        await expect(document).toBeInViewport({ ratio: 1 })
      // Where the panel is wide the whole sheet has its place, to the register's number.
      if (name === 'wide') await expect(kiosk.locator('.scroller-turns')).toHaveCount(0)
      const told = kiosk.locator('.wait-told--beside-choice')
      const larger = kiosk.getByRole('button', {
        name: language === 'English' ? 'Larger text' : 'По-едър шрифт',
      })
      for (let both = 0; both < 2; both += 1) {
        await larger.tap()
        for (const part of [told, ...(await told.locator('dt, dd, p').all())])
          await expect(part).toBeInViewport({ ratio: 1 })
        await expect(told.locator('dd')).toHaveCount(2)
        await expect(told.locator('.wait-note')).toBeVisible()
      }
      if (name === 'wide') {
        await low.tap()
        await expect(kiosk.locator('.wait-told--under-heading')).toBeInViewport({ ratio: 1 })
        await low.tap()
      }
      for (const choice of await kiosk.getByRole('radio').all())
        await expect(choice).toBeInViewport({ ratio: 1 })
      await kiosk.getByRole('button', { name: language === 'English' ? 'Back' : 'Назад' }).tap()
      await kiosk.getByRole('button', { name: language === 'English' ? 'Back' : 'Назад' }).tap()
    }
  })

for (const [name, size, query] of [
  ['wide', SIZES.board, ''],
  ['upright', SIZES.boardUpright, ''],
  ['wide, for three metres on 55 inches', SIZES.board, '?distance=3&screen=55'],
  ['wide, for ten metres on 55 inches', SIZES.board, '?distance=10&screen=55'],
  ['wide, for twenty metres on 55 inches', SIZES.board, '?distance=20&screen=55'],
] as const)
  test(`the ${name} board holds all that it says, also while the centre finishes`, async ({
    hall,
    screens,
  }) => {
    await busyHall(hall)
    const board = await screens.board(hall.base, size, query)
    await expect(board.getByRole('region', { name: 'Повикване' })).toBeVisible()
    await expectAllReadable(board)
    expect(await board.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true)

    hall.clock.moveTo(officeTime('2026-11-25T17:00:30'))
    const closing = board.getByText(/Посетителите, които вече са в центъра|Visitors already inside/).first()
    await expect(closing).toBeVisible()
    await expectAllReadable(board)
    const pixels = await closing.evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize))
    expect(pixels).toBeGreaterThanOrEqual(34)
  })

test.describe('on a day off', () => {
  test.use({ at: '2026-11-28T10:00' })

  test('a board for ten metres says so in capitals of 0.7°, whole, in one language after the other', async ({
    hall,
    screens,
  }) => {
    const board = await screens.board(hall.base, SIZES.board, '?distance=10&screen=55')
    const pixels = (words: string) =>
      board
        .locator('main p:not(.visually-hidden *)', { hasText: words })
        .evaluate((said) => Number.parseFloat(getComputedStyle(said).fontSize))
    const seen = ['Днес центърът не работи', 'The centre is closed today', 'Отваря: понеделник, 08:30']
    for (const [turn, words] of seen.entries()) {
      hall.clock.moveTo(officeTime(`2026-11-28T10:00:${String(turn * 6).padStart(2, '0')}`))
      await expect.poll(() => pixels(words)).toBeGreaterThanOrEqual(192 / 0.655)
      await expectAllReadable(board)
    }
  })
})

testWithPaper(
  "the clerk's screen holds all that it says in both languages, and the main action never moves",
  async ({ hall, screens }) => {
    await busyHall(hall)
    await hall.kiosk.done('issue-ticket', { service: 'sketch' })
    hall.clock.moveTo(officeTime('2026-11-25T10:41'))
    const desk = await screens.counter(hall.base, SIZES.desk)
    await openWindow(desk, 'clerk6', 6)
    await expect(desk.getByRole('button', { name: 'Копие на билет' })).toBeVisible()
    const spot = await mainSpot(desk)
    const expectInPlace = async (first: string, second: string) => {
      for (const language of [first, second]) {
        await desk.getByRole('button', { name: language }).click()
        await expectAllReadable(desk)
        expect(await mainSpot(desk), `the main action in ${language}`).toBe(spot)
      }
    }
    await expectInPlace('Български', 'English')
    await desk.getByRole('button', { name: 'Български' }).click()
    await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
    await expectInPlace('English', 'Български')
    await pressUntil(desk, 'KeyH', desk.getByRole('region', { name: 'На изчакване' }))
    await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
    await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))
    await expectInPlace('English', 'Български')
    // After a finish, with somebody on hold, every tool has the most to say.
    await pressUntil(desk, 'KeyF', desk.getByRole('button', { name: /^Върни 00:/ }))
    await expect(desk.getByRole('button', { name: 'Затвори гишето' })).toContainText('изчаква')
    await desk.keyboard.press('KeyC')
    await expect(desk.getByRole('status').getByText(/^Затвори гишето: изчаква/)).toBeVisible()
    await expectInPlace('English', 'Български')
  },
)

for (const size of [SIZES.desk, SIZES.deskLarger, SIZES.deskFullHd])
  test(`at ${size.width}×${size.height} the main action stays where it stood, whatever outcome is chosen, and the tools hold its words`, async ({
    hall,
    screens,
  }) => {
    await hall.kiosk.done('issue-ticket', { service: 'address-registration' })
    hall.clock.moveTo(officeTime('2026-11-25T10:16'))
    const desk = await screens.counter(hall.base, size)
    await openWindow(desk, 'clerk3', 3)
    await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
    await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))
    const spot = await mainSpot(desk)
    const outcome = desk.getByRole('button', { name: /^Резултат|^Outcome/ })
    for (const [index, chosen] of Object.values(outcomeWords).entries()) {
      await desk.keyboard.press('KeyO')
      await desk.keyboard.press(`Digit${index + 1}`)
      for (const [language, button] of [
        ['en', 'English'],
        ['bg', 'Български'],
      ] as const) {
        await desk.getByRole('button', { name: button }).click()
        await expect(outcome).toContainText(chosen[language])
        expect(await mainSpot(desk), `beside „${chosen[language]}“`).toBe(spot)
        await expectAllReadable(desk)
      }
    }
  })

test('of a visit of several steps all that the clerk should know is read without scrolling', async ({
  hall,
  screens,
}) => {
  await hall.kiosk.done('issue-ticket', { service: 'death-record-extract', priority: true, language: 'en' })
  hall.clock.moveTo(officeTime('2026-11-25T10:37'))
  const desk = await screens.counter(hall.base, SIZES.desk)
  await openWindow(desk, 'clerk3', 3)
  await pressUntil(desk, 'Enter', state(desk).getByText('Повикан номер'))
  await pressUntil(desk, 'Enter', state(desk).getByText('Обслужване'))
  const clerk = await hall.as('clerk3')
  for (const service of ['heirs-certificate', 'address-registration'])
    await clerk.done('add-service', { window: 3, service })
  for (const [language, step] of [
    ['Български', 'Стъпка 3 на посещението, след: Удостоверение за наследници'],
    ['English', 'Step 3 of the visit, after: Certificate of heirs'],
  ] as const) {
    await desk.getByRole('button', { name: language }).click()
    await expect(desk.getByText(step)).toBeVisible()
    const hidden = await desk.locator('.now-body').evaluate((body) => body.scrollHeight - body.clientHeight)
    expect(hidden, `pixels out of sight in ${language}`).toBe(0)
  }
})

test('beside the open sign-up desk the main action stands where it stood, whoever is called or served and whatever is told', async ({
  hall,
  screens,
}) => {
  await hall.kiosk.done('issue-ticket', { service: 'reception-day-sign-up' })
  hall.clock.moveTo(officeTime('2026-11-25T10:16'))
  const desk = await screens.counter(hall.base, SIZES.desk)
  await openWindow(desk, 'clerk7', 7)
  const spots: (number | undefined)[] = []
  for (const face of ['Повикан номер', 'Обслужване']) {
    await pressUntil(desk, 'Enter', state(desk).getByText(face))
    await pressUntil(desk, 'KeyD', desk.getByRole('listbox', { name: 'При кого' }))
    await expectAllReadable(desk)
    spots.push(await mainSpot(desk))
    if (face === 'Повикан номер') {
      await desk.getByRole('button', { name: 'Не се яви' }).click({ force: true }) // it says why not
      await expect(desk.getByRole('status').getByText(/^Не се яви: /)).toBeVisible()
      spots.push(await mainSpot(desk))
    }
    await desk.keyboard.press('Escape')
  }
  expect(new Set(spots).size, `stood at ${spots.join(', ')}`).toBe(1)
})

test("the supervisor's sections hold all that they say", async ({ hall, screens }) => {
  await busyHall(hall)
  const page = await screens.counter(hall.base, SIZES.desk)
  await signIn(page, 'supervisor')
  const name = page.locator('.header-office')
  for (const language of ['English', 'Български']) {
    await page.getByRole('button', { name: language }).click()
    const [office, person] = [await name.boundingBox(), await page.locator('.header-person').boundingBox()]
    expect(person?.y, `the header is one row in ${language}`).toBeLessThan(
      (office?.y ?? 0) + (office?.height ?? 0),
    )
  }
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
