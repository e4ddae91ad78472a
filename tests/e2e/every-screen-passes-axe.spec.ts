import { officeTime } from '../harness/settings.ts'
import { expectAccessible } from './accessible.ts'
import { busyHall } from './busy-hall.ts'
import { chooseWindow, mainAction, pressUntil, signIn, state } from './desk.ts'
import { PERSON, signedUp, typePerson } from './reception-hands.ts'
import { expect, SIZES, test, type Page, type Size } from './screens.ts'

// A look costs a second on a busy machine, and there are a hundred.
test.describe.configure({ timeout: 120_000 })

type LanguageName = 'Български' | 'English' | 'Deutsch'
const BOTH: readonly LanguageName[] = ['English', 'Български']
const turns = new WeakMap<Page, number>()

/** Each state is looked at in one language, and the languages take turns: every screen is seen in all of them. */
async function inTurn(page: Page, what: string, languages = BOTH): Promise<void> {
  const turn = turns.get(page) ?? 0
  turns.set(page, turn + 1)
  const language = languages[turn % languages.length] ?? 'Български'
  await page.getByRole('button', { name: language, exact: true }).click()
  await expectAccessible(page, `${what}, ${language}`)
  await page.getByRole('button', { name: 'Български', exact: true }).click()
}

const KIOSKS: readonly (readonly [name: string, size: Size, languages: readonly LanguageName[]])[] = [
  ['upright', SIZES.kioskUpright, ['Deutsch', ...BOTH]],
  ['wide', SIZES.kioskWide, ['Български']],
  ['small', SIZES.kioskSmall, ['Български']],
]
for (const [name, size, languages] of KIOSKS)
  test(`the ${name} kiosk, from the first touch to the ticket and to the end of the day`, async ({
    hall,
    screens,
  }) => {
    const kiosk = await screens.kiosk(hall.base, size)
    const shows = async (words: string, touch?: string) => {
      if (touch !== undefined) await kiosk.getByRole('button', { name: touch }).tap()
      await expect(kiosk.getByRole('heading', { level: 1 })).toContainText(words)
      await inTurn(kiosk, words, languages)
    }
    await shows('Моля, изберете услуга')
    if (name === 'upright') {
      await kiosk.getByRole('button', { name: 'Озвучаване' }).tap()
      await expect(kiosk.getByText('Този киоск няма глас')).toBeVisible()
      await expectAccessible(kiosk, 'no voice')
    }
    await shows('Гражданско състояние', 'Гражданско състояние')
    await shows('Удостоверение за наследници', 'Удостоверение за наследници')
    await kiosk.getByRole('button', { name: 'Висок контраст' }).tap()
    await kiosk.getByRole('button', { name: 'По-едър шрифт' }).tap()
    await shows('Вашият номер е', 'Изтеглете билет')
    await kiosk.getByRole('button', { name: 'Готово' }).tap()
    hall.clock.moveTo(officeTime('2026-11-25T17:00'))
    await shows('Издаването на билети за днес приключи')
    await expect(kiosk.locator('.clock')).toHaveText('17:00') // the hall's time leaps with the next beat
    screens.expectLossOfLine()
    if (name === 'small') {
      // A browser that keeps nothing has no numbers in store.
      await kiosk.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
      await kiosk.reload()
      await shows('Издаването на билети за днес приключи')
    }
    await hall.close()
    await expect(kiosk.getByText('Няма връзка със системата')).toBeVisible()
    await shows('Издаването на билети за днес приключи')
  })

test('a kiosk without a key, and a phone from waiting to called to the apology', async ({
  hall,
  screens,
}) => {
  const kiosk = await screens.kiosk(hall.base, SIZES.kioskSmall)
  await kiosk.goto(`${hall.base}/kiosk#token=of-another-hall`)
  await kiosk.reload()
  await expect(kiosk.getByRole('heading', { name: 'Настройка на киоска' })).toBeVisible()
  await inTurn(kiosk, 'set-up')

  const address = async (service: string) =>
    `${hall.base}/t/pernik/${(await hall.kiosk.done('issue-ticket', { service })).ticket.code}`
  const [first, second] = [await address('payment'), await address('payment')]
  const phone = await screens.phone(first)
  await expect(phone.getByText('Чакащи пред Вас: 0')).toBeVisible()
  await inTurn(phone, 'waiting')
  await phone.getByRole('button', { name: 'Отказ от билета' }).tap()
  await inTurn(phone, 'asked whether to leave')
  hall.clock.moveTo(officeTime('2026-11-25T10:16'))
  const clerk = await hall.as('clerk4')
  await clerk.done('open-window', { window: 4 })
  await clerk.done('call-next', { window: 4 })
  await expect(phone.getByText('Заповядайте на гише 4')).toBeVisible()
  await inTurn(phone, 'called')
  const other = await screens.phone(second)
  hall.clock.moveTo(officeTime('2026-11-25T19:00'))
  await expect(other.getByRole('heading', { name: 'Извиняваме се за загубеното време' })).toBeVisible()
  await inTurn(other, 'unserved')
})

test("the clerk's screen: log-in, choice, every state of the window and every panel", async ({
  hall,
  screens,
}) => {
  await hall.kiosk.done('issue-ticket', { service: 'payment', priority: true })
  for (const service of ['tax-declaration', 'sketch', 'payment', 'payment'])
    await hall.kiosk.done('issue-ticket', { service, language: 'en' })
  hall.clock.moveTo(officeTime('2026-11-25T10:40'))
  await (await hall.as('clerk4')).done('open-window', { window: 4 })
  await (await hall.as('clerk5')).done('open-window', { window: 5 })

  const desk = await screens.counter(hall.base)
  await expect(desk.getByRole('heading', { name: 'Вход за служители' })).toBeVisible()
  await inTurn(desk, 'log-in')
  await desk.reload()
  await signIn(desk, 'clerk6')
  await expect(desk.getByRole('heading', { name: 'На кое гише работите днес?' })).toBeVisible()
  await inTurn(desk, 'choice')
  await desk.keyboard.press('Digit6')
  const turnsTo = async (key: string, title: string) => {
    await pressUntil(desk, key, state(desk).getByText(title))
    await inTurn(desk, title)
  }
  const panel = async (key: string, title: string) => {
    await desk.keyboard.press(key)
    await expect(desk.locator('[data-panel]').getByRole('heading')).toContainText(title)
    await expectAccessible(desk, title)
  }
  await expect(state(desk)).toHaveText('Гишето е затворено')
  await inTurn(desk, 'closed')
  await turnsTo('Enter', 'Свободно')
  await panel('KeyX', 'Повикай извън реда')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('heading', { name: /извън реда\?/ })).toBeVisible()
  await expectAccessible(desk, 'out of order: why')
  await desk.keyboard.press('Escape')
  await turnsTo('Enter', 'Повикан номер')
  await desk.keyboard.press('KeyR')
  await expect(desk.getByText('повторни повиквания: 1')).toBeVisible()
  await pressUntil(desk, 'KeyN', desk.getByRole('region', { name: 'Неявили се' }))
  await panel('KeyB', 'Върни неявил се в опашката')
  await desk.keyboard.press('Escape')
  await turnsTo('Enter', 'Обслужване')
  await panel('KeyT', 'Прехвърли')
  await desk.keyboard.press('Escape')
  await panel('KeyS', 'Още една услуга')
  await desk.keyboard.press('Escape')
  await panel('KeyO', 'Резултат')
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('KeyH')
  await expect(desk.getByRole('region', { name: 'На изчакване' })).toBeVisible()
  await panel('KeyU', 'Покани обратно')
  await desk.keyboard.press('Escape')
  await panel('KeyP', 'Почивка: причина')
  await desk.keyboard.press('Digit1')
  await expect(state(desk)).toHaveText('Почивка')
  await inTurn(desk, 'paused')
  await hall.kiosk.done('ask-assistance', {})
  hall.clock.moveTo(officeTime('2026-11-25T16:55'))
  await expect(desk.getByText(/Работното време свършва след 5 мин\./)).toBeVisible()
  await expectAccessible(desk, 'the end of the day, and help asked for')
  screens.expectLossOfLine()
  await hall.close()
  await expect(desk.getByText(/^Няма връзка със системата/)).toBeVisible()
  await expectAccessible(desk, 'line down')
})

test("the supervisor's sections", async ({ hall, screens }) => {
  await busyHall(hall)
  const page = await screens.counter(hall.base)
  await signIn(page, 'supervisor')
  await page.getByRole('link', { name: 'Надзор' }).click()
  await page.locator('[data-window="4"]').click()
  await expect(page.getByRole('region', { name: 'Гише 4' })).toBeVisible()
  await inTurn(page, 'hall')
  for (const [section, first] of [
    ['Вписване на посетител', 'Вписване на посетител'],
    ['Извън реда', 'Извън реда'],
    ['Календар', 'Следващите три седмици'],
    ['Какво ако', 'Какво ако'],
    ['Ред и справедливост', 'Ред и справедливост'],
  ] as const) {
    await page.getByRole('link', { name: section }).click()
    await expect(page.getByRole('region', { name: first })).toBeVisible()
    await inTurn(page, section)
  }
})

test("the administrator's sections, and the key that is shown once", async ({ hall, screens }) => {
  await busyHall(hall)
  const page = await screens.counter(hall.base)
  await signIn(page, 'admin')
  await expect(page.getByRole('button', { name: 'Промени… Администратор' })).toBeVisible()
  await inTurn(page, 'staff')
  await page.getByRole('link', { name: 'Устройства' }).click()
  await page.getByLabel('Име на устройството').fill('До входа')
  await page.getByRole('button', { name: 'Създай ключ' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await inTurn(page, 'devices, with a new key')
  await page.getByRole('link', { name: 'Настройки на центъра' }).click()
  await expect(page.getByRole('heading', { name: 'Гишета и услугите им' })).toBeVisible()
  await expectAccessible(page, 'settings')
  await page.getByRole('link', { name: 'Дневник' }).click()
  await expect(page.getByText('Веригата на записите е цяла')).toBeVisible()
  await expectAccessible(page, 'log')
  await page.getByRole('link', { name: 'Прегледи на лични данни' }).click()
  await page.getByLabel('Номер на записване').fill('1')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Няма прегледи на лични данни към ПД-0001/)).toBeVisible()
  await inTurn(page, 'looks, none')
})

test("the auditor's page", async ({ hall, screens }) => {
  await signedUp(hall, { official: 'mayor', date: '2026-12-02', time: '09:00' })
  const secretary = await hall.as('secretary')
  await secretary.get('/api/offices/pernik/reception/persons?official=mayor&date=2026-12-02')
  const page = await screens.counter(hall.base)
  await signIn(page, 'auditor')
  await expect(page.getByText('Веригата на записите е цяла')).toBeVisible()
  await expectAccessible(page, "the auditor's log")
  await page.getByRole('link', { name: 'Прегледи на лични данни' }).click()
  await page.getByLabel('Номер на записване').fill('1')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /secretary/ })).toBeVisible()
  await inTurn(page, 'looks')
})

test.describe('reception days', () => {
  test.describe.configure({ timeout: 180_000 })
  const WEDNESDAY = { official: 'deputy-mayor', date: '2026-11-25' }
  test.use({ at: '2026-11-24T10:15' })

  test('the sign-up desk: every part, a refusal beside its field, and the number in hand', async ({
    hall,
    screens,
  }) => {
    const desk = await screens.counter(hall.base)
    await chooseWindow(desk, 'clerk7', 7)
    await pressUntil(desk, 'Enter', mainAction(desk, 'Повикай следващия'))
    await pressUntil(desk, 'KeyD', desk.getByRole('listbox', { name: 'При кого' }))
    await expectAccessible(desk, 'new sign-up')
    for (let list = 0; list < 3; list += 1) await desk.keyboard.press('Enter')
    await typePerson(desk, { ...PERSON, telephone: '0888' })
    await desk.keyboard.press('Control+Enter')
    await expect(desk.getByText('Телефонът не е разпознат.')).toBeVisible()
    await expectAccessible(desk, 'a refusal beside its field')
    await desk.getByLabel('Телефон').fill(PERSON.telephone)
    await desk.keyboard.press('Control+Enter')
    await expect(desk.locator('.confirmation-number')).toBeVisible()
    await expectAccessible(desk, 'the number in hand')
    await desk.keyboard.press('F4')
    await desk.keyboard.type('1')
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('region', { name: 'ПД-0001' })).toContainText('Мария Пробна')
    await expectAccessible(desk, 'found')
    for (const [key, first] of [
      ['F7', 'Няма на кого да се обадите.'],
      ['F8', 'Отбележи явяване'],
      ['F9', 'Въпросът е на друго звено'],
    ] as const) {
      await desk.keyboard.press(key)
      await expect(desk.getByText(first).first()).toBeVisible()
      await expectAccessible(desk, first)
    }
  })

  test("the secretary's sections and an official's list", async ({ hall, screens }) => {
    for (const [index, time] of ['08:30', '09:00', '09:30'].entries())
      await signedUp(hall, { ...WEDNESDAY, time }, { subject: `Въпрос ${index}` })
    const secretary = await hall.as('secretary')
    await secretary.done('add-reception-exception', {
      official: 'mayor',
      date: '2026-12-02',
      change: { kind: 'none' },
      order: 'РД-01-3/2026',
      reason: { bg: 'командировка', en: 'travel' },
    })
    hall.clock.moveTo(officeTime('2026-11-25T08:40'))
    await secretary.done('report-arrival', { number: 'ПД-0001' })
    await secretary.done('report-arrival', { number: 'ПД-0002' })
    await secretary.done('call-appointment', { official: 'deputy-mayor' })
    await secretary.done('set-lateness', { official: 'deputy-mayor', minutes: 10 })

    const page = await screens.counter(hall.base)
    await signIn(page, 'secretary')
    await expect(page.getByRole('row', { name: /ПД-0001/ })).toContainText('Мария Пробна')
    await inTurn(page, 'today')
    await page
      .getByRole('row', { name: /ПД-0001/ })
      .getByRole('button', { name: /Резултат/ })
      .click()
    await page.getByRole('button', { name: 'Предай на звено' }).click()
    await expectAccessible(page, 'an outcome')
    await page.getByLabel('Звено').selectOption('cleaning')
    await page.getByRole('button', { name: 'Запиши резултата' }).click()
    for (const [section, first] of [
      ['Записване и обаждания', 'При кого'],
      ['Срокове', 'Дължими отговори'],
      ['Дни и заповеди', 'Действащи заповеди'],
      ['Резултати', 'Проведени дни'],
      ['Приемащи', 'Календар (iCalendar)'],
    ] as const) {
      await page.getByRole('link', { name: section }).click()
      await expect(page.getByText(first).first()).toBeVisible()
      await expectAccessible(page, section)
    }
    const official = await screens.counter(hall.base)
    await signIn(official, 'deputy')
    await expect(official.getByRole('row', { name: /ПД-0002/ })).toContainText('Мария Пробна')
    await expectAccessible(official, "an official's list")
  })

  test('kiosk, phone, board and door', async ({ hall, screens }) => {
    const { code } = await signedUp(hall, { ...WEDNESDAY, time: '08:30' })
    const phone = await screens.phone(`${hall.base}/t#pernik/appointment/${code}`)
    await expect(phone.getByRole('heading', { name: 'Записването Ви е потвърдено' })).toBeVisible()
    await inTurn(phone, 'booked')
    await phone.getByRole('button', { name: 'Преместване на часа' }).tap()
    await expect(phone.getByRole('heading', { name: 'Изберете друг час' })).toBeVisible()
    await expectAccessible(phone, 'moving')
    await phone.getByRole('button', { name: 'Не, запазвам часа' }).tap()
    await phone.getByRole('button', { name: 'Показване на данните' }).tap()
    await expect(phone.getByText('Мария Пробна')).toBeVisible()
    await expectAccessible(phone, 'own data')

    hall.clock.moveTo(officeTime('2026-11-25T08:31'))
    for (const size of [SIZES.kioskUpright, SIZES.kioskWide]) {
      const kiosk = await screens.kiosk(hall.base, size)
      await kiosk.getByRole('button', { name: 'Записване за приемен ден' }).tap()
      await expect(kiosk.getByRole('heading', { name: 'Кой приема и кога' })).toBeVisible()
      await expectAccessible(kiosk, 'who receives')
      await kiosk.getByRole('button', { name: 'Назад' }).tap()
      await kiosk.getByRole('button', { name: 'Имам записан час за приемния ден' }).tap()
      await expect(kiosk.getByRole('heading', { name: 'Вашият записан час' })).toBeVisible()
      await kiosk.getByRole('button', { name: size === SIZES.kioskWide ? '1' : '9', exact: true }).tap()
      await kiosk.getByRole('button', { name: 'Отбелязвам пристигането си' }).tap()
      await expect(
        size === SIZES.kioskWide
          ? kiosk.getByRole('heading', { name: 'Пристигането Ви е отбелязано' })
          : kiosk.getByText('Няма записване с номер'),
      ).toBeVisible()
      await expectAccessible(kiosk, 'arrival')
    }
    const secretary = await hall.as('secretary')
    await secretary.done('call-appointment', { official: 'deputy-mayor' })
    await expect(phone.getByText('Вашият номер е повикан.')).toBeVisible()
    await expectAccessible(phone, 'called')
    const board = await screens.board(hall.base)
    await expect(board.getByRole('region', { name: 'Приемен ден' })).toContainText('ПД-0001')
    await expectAccessible(board, 'a call to a door')
    const door = await screens.door(hall.base, '207')
    await expect(door.locator('.door-number')).toContainText('ПД-0001')
    await expectAccessible(door, 'the sign by a door')
    screens.expectLossOfLine()
    await hall.close()
    await expect(door.getByText('Няма връзка със системата')).toBeVisible()
    await expectAccessible(door, 'the sign by a door, line down')
    await expect(phone.getByText(/^Няма връзка\./)).toBeVisible({ timeout: 20_000 })
    await expectAccessible(phone, 'line down')
  })
})

test.describe('in motion', () => {
  test.use({ motion: 'full' })

  test('the board and the signs, at work, closed, and without a line', async ({ hall, screens }) => {
    const board = await screens.board(hall.base)
    await expect(board.getByText('Днес още няма повикани')).toBeVisible()
    await expectAccessible(board, 'nobody called yet')
    await busyHall(hall)
    await expect(board.getByRole('region', { name: 'Повикване' })).toContainText('моля, заповядайте на гише')
    await board.evaluate(holdPulse)
    await expectAccessible(board, 'at work')
    for (const [size, query] of [
      [SIZES.board, '?distance=10&screen=55'],
      [SIZES.boardUpright, ''], // last: with a distance the foot says one thing after the other
    ] as const) {
      await board.setViewportSize(size)
      await board.goto(`${hall.base}/display${query}`)
      await expect(board.getByRole('region', { name: 'Повикване' })).toBeVisible()
      await expectAccessible(board, `${size.width} wide ${query}`)
    }
    const sign = await screens.sign(hall.base, 4)
    for (const [window, says] of [
      [99, 'Няма гише „99“'],
      [3, 'Гишето не работи в момента'],
      [7, 'Почивка'],
      [5, 'Моля, заповядайте'],
      [4, 'Сега се обслужва'],
    ] as const) {
      await sign.goto(`${hall.base}/display/window/${window}`)
      await expect(sign.getByRole('main')).toContainText(says)
      await sign.evaluate(holdPulse)
      await expectAccessible(sign, `sign ${window}`)
    }
    hall.clock.moveTo(officeTime('2026-11-25T17:01'))
    await expect(board.getByText(/не по-късно от 19:00 часа/)).toBeVisible()
    await expectAccessible(board, 'finishing')
    hall.clock.moveTo(officeTime('2026-11-25T19:00'))
    await expect(board.getByText('Извиняваме се за загубеното време')).toBeVisible()
    await expectAccessible(board, 'closed')
    screens.expectLossOfLine()
    await hall.close()
    await expect(board.getByText('Таблото няма връзка със системата')).toBeVisible()
    await expectAccessible(board, 'line down')
    await expect(sign.getByText('Няма връзка със системата')).toBeVisible()
    await expectAccessible(sign, 'sign, line down')
  })
})

test('at 200 % the staff screens do not scroll sideways, and the main action is within reach', async ({
  hall,
  screens,
}) => {
  await busyHall(hall)
  const half = { width: SIZES.desk.width / 2, height: SIZES.desk.height / 2 }
  const fits = async (page: Page) =>
    expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0)
  const reachable = async (page: Page, name: string) => {
    await fits(page)
    await page.getByRole('button', { name }).hover({ trial: true }) // scrolled to, and covered by nothing
  }

  const desk = await screens.counter(hall.base, half)
  await reachable(desk, 'Влез')
  await chooseWindow(desk, 'clerk6', 6)
  await reachable(desk, 'Отвори гишето')
  await pressUntil(desk, 'Enter', mainAction(desk, 'Повикай следващия'))
  await reachable(desk, 'Повикай следващия')
  await pressUntil(desk, 'Enter', mainAction(desk, 'Започни обслужването'))
  await reachable(desk, 'Започни обслужването')
  await pressUntil(desk, 'Enter', mainAction(desk, 'Приключи и повикай следващия'))
  await reachable(desk, 'Приключи и повикай следващия')
  await desk.keyboard.press('KeyT')
  await expect(desk.getByRole('combobox')).toBeInViewport()
  await fits(desk)

  const page = await screens.counter(hall.base, half)
  await signIn(page, 'supervisor')
  await page.getByRole('link', { name: 'Надзор' }).click()
  await page.locator('[data-window="3"]').click()
  await reachable(page, 'Отвори гишето')
  await page.getByRole('link', { name: 'Вписване на посетител' }).click()
  await reachable(page, 'Издай билет')
  await page.getByRole('link', { name: 'Календар' }).click()
  await reachable(page, 'Добави в календара')

  const admin = await screens.counter(hall.base, half)
  await signIn(admin, 'admin')
  await reachable(admin, 'Създай достъп')
  await admin.getByRole('link', { name: 'Дневник' }).click()
  await reachable(admin, 'Обнови')
})

/** Runs in the page: holds whatever pulses where its ground is lightest, and its words hardest to read. */
function holdPulse(): void {
  for (const animation of document.getAnimations()) {
    animation.pause()
    animation.currentTime = 500
  }
}
