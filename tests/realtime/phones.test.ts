import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startHall, type Hall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'
import { hasty, officeTime } from '../harness/settings.ts'

let hall: Hall
let clerk: Person
beforeAll(async () => {
  hall = await startHall({ offices: [hasty()] })
  clerk = await hall.as('clerk2')
  await clerk.done('open-window', { window: 2 })
})
afterAll(() => hall.close())
beforeEach(async () => {
  // The line is empty when a test begins.
  for (;;) {
    const { view } = await clerk.view('window/2')
    if (view.current?.state === 'called') await clerk.done('start-service', { window: 2 })
    if (view.current) await clerk.done('finish-service', { window: 2, callNext: true })
    else if ((await clerk.command('call-next', { window: 2 })).status === 409) return
  }
})

const issue = async (service = 'heirs-certificate') =>
  (await hall.kiosk.done('issue-ticket', { service })).ticket
/** Something happens that no phone here is concerned with, and all have heard of it who will. */
async function elsewhere() {
  const board = await hall.watch('hall')
  for (let visitor = 0; visitor < 2; visitor += 1) {
    const { version } = await hall.kiosk.done('issue-ticket', { service: 'complaint' })
    await board.until((pushed) => pushed.version >= version)
  }
  // Phones are told after the screens: one that is concerned marks the end.
  const { code } = await issue('reception-day-sign-up')
  const last = await hall.watch(`ticket/${code}`)
  await last.until(() => true)
  await hall.nobody.done('leave', { code })
  await last.until(({ view }) => view.state === 'left')
  board.close()
  last.close()
}

test('a phone follows its ticket from the line to the window to the end', async () => {
  const [first, mine] = [await issue(), await issue()]
  const phone = await hall.watch(`ticket/${mine.code}`)
  await clerk.done('call-next', { window: 2 })
  await phone.until(({ view }) => view.ahead === 0)
  await clerk.done('start-service', { window: 2 })
  await clerk.done('finish-service', { window: 2, callNext: true })
  await phone.until(({ view }) => view.state === 'called' && view.window === 2)
  await clerk.done('start-service', { window: 2 })
  await phone.until(({ view }) => view.state === 'serving')
  await clerk.done('finish-service', { window: 2 })
  await phone.until(({ view }) => view.state === 'finished')

  expect(phone.pushes.map(({ view }) => view.label)).toEqual(phone.pushes.map(() => mine.label))
  expect(JSON.stringify(phone.pushes)).not.toContain(first.label)
})

test('what a phone is pushed is what it would be answered', async () => {
  const mine = await issue()
  const phone = await hall.watch(`ticket/${mine.code}`)
  const { version } = await clerk.done('call-next', { window: 2 })
  const pushed = await phone.until((each) => each.version >= version)

  expect(pushed.view).toEqual((await hall.nobody.get(`/api/offices/pernik/tickets/${mine.code}`)).body)
})

test('a phone whose view has not changed is not told', async () => {
  const mine = await issue()
  const phone = await hall.watch(`ticket/${mine.code}`)
  await phone.until(() => true)
  await elsewhere()

  expect(phone.pushes).toHaveLength(1)
})

test('a phone that went away and came back is told what is new, also when it is as it was before', async () => {
  const before = await issue()
  const mine = await issue()
  const phone = await hall.watch(`ticket/${mine.code}`)
  await clerk.done('call-next', { window: 2 })
  await clerk.done('start-service', { window: 2 })
  await phone.until(({ view }) => view.ahead === 0)
  phone.close()
  const stays = await hall.watch(`ticket/${before.code}`) // another phone keeps the line busy
  await clerk.done('finish-service', { window: 2, callNext: true })
  await stays.until(({ view }) => view.state === 'finished')

  const again = await hall.watch(`ticket/${mine.code}`)
  expect((await again.until(() => true)).view.state).toBe('called')
  await clerk.done('undo', { window: 2 })
  expect((await again.until(({ view }) => view.state === 'waiting')).view.ahead).toBe(0)
})

test('two phones with one ticket are told alike', async () => {
  const mine = await issue()
  const phones = await Promise.all([hall.watch(`ticket/${mine.code}`), hall.watch(`ticket/${mine.code}`)])
  await clerk.done('call-next', { window: 2 })
  const views = await Promise.all(phones.map((phone) => phone.until(({ view }) => view.state === 'called')))

  expect(views[0]).toEqual(views[1])
})

test('a phone is told that its holder was not served, with an apology', async () => {
  const other = await startHall({ at: '2026-11-25T16:59' })
  const { ticket } = await other.kiosk.done('issue-ticket', { service: 'payment' })
  const phone = await other.watch(`ticket/${ticket.code}`)
  await phone.until(() => true)
  other.clock.moveTo(officeTime('2026-11-25T19:00'))
  await other.settled()

  expect((await phone.until(({ view }) => view.state === 'unserved')).view.apology).toBe(true)
  await other.close()
})

test('every one of many phones is told, though the hall changes all the while', async () => {
  const phones = await Promise.all(
    Array.from({ length: 160 }, async () => hall.watch(`ticket/${(await issue()).code}`)),
  )
  const supervisor = await hall.as('supervisor')
  let isOver = false
  const bustle = (async () => {
    while (!isOver) await hall.kiosk.done('issue-ticket', { service: 'complaint' })
  })()
  try {
    // A window opens: each of these people sees it.
    await supervisor.done('open-window', { window: 3 })
    await Promise.all(phones.map((phone) => phone.until(({ view }) => view.openWindows.includes(3), 4_000)))
  } finally {
    isOver = true
    await bustle
  }

  for (const phone of phones) phone.close()
})
