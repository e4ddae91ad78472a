import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startHall, temporaryFolder, type Hall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'
import { officeTime, pernik } from '../harness/settings.ts'

const NEXT = '2026-12-02'
const person = {
  givenName: 'Проба',
  familyName: 'Пробна',
  telephone: '0887 55 66 77',
  subject: 'Осветление',
  description: 'Лампите не светят.',
}

let hall: Hall
let secretary: Person
beforeAll(async () => {
  hall = await startHall()
  secretary = await hall.as('secretary')
})
afterAll(() => hall.close())

test('the desk’s list is told when something of it has changed, and not for what happens in the hall', async () => {
  const desk = await hall.watch('reception/desk', { as: await hall.as('clerk7') })
  const board = await hall.watch('hall')
  for (let count = 1; count <= 3; count += 1) {
    await hall.kiosk.done('issue-ticket', { service: 'payment' })
    await board.until(({ view }) => view.waiting === count)
  }
  expect(desk.pushes).toHaveLength(1)

  const where = { official: 'deputy-mayor', date: NEXT, time: '09:00' }
  const { version } = await secretary.done('sign-up', { ...where, person })
  const pushed = await desk.until((each) => each.version >= version)
  const day = pushed.view.officials[1]?.days.find(({ date }) => date === NEXT)
  expect(day).toMatchObject({ taken: 1 })
  expect(desk.pushes).toHaveLength(2)
  expect((await secretary.view('reception/desk')).view).toEqual(pushed.view)
})

test('whoever waits hears on the phone that the official runs late', async () => {
  const where = { official: 'deputy-mayor', date: NEXT, time: '09:30' }
  const { appointment } = await secretary.done('sign-up', { ...where, person })
  const phone = await hall.watch(`appointment/${appointment.code}`)
  const door = await hall.watch('door/deputy-mayor')
  hall.clock.moveTo(officeTime(`${NEXT}T08:40`))
  await hall.settled()
  await secretary.done('set-lateness', { official: 'deputy-mayor', minutes: 25 })

  await phone.until(({ view }) => view.expectedAt === '2026-12-02T07:55:00.000Z')
  const told = await door.until(({ view }) => view.late === 25)
  expect(told.view.next).toMatchObject([
    { time: '09:00' },
    { time: '09:30', expectedAt: '2026-12-02T07:55:00.000Z' },
  ])
})

test('lists are for those who work with them', async () => {
  const clerk = await hall.as('clerk1')
  const official = await hall.as('mayor')
  for (const [view, as] of [
    ['reception/desk', hall.nobody],
    ['reception/desk', hall.kiosk],
    ['reception/orders', clerk],
    ['reception/orders', official],
    ['reception/secretary', clerk],
    ['reception/secretary', official],
    ['reception/official/mayor', clerk],
  ] as const) {
    const { refusal } = await hall.watch(view, { as })
    expect(refusal?.code).toBe(as === hall.nobody ? 'not-signed-in' : 'not-allowed')
  }
})

test('other settings at a start: whoever has lost a slot by them is on the call sheet', async () => {
  const data = temporaryFolder()
  const first = await startHall({ data })
  const keeper = await first.as('secretary')
  const where = { official: 'deputy-mayor', date: NEXT, time: '09:00' }
  const { appointment } = await keeper.done('sign-up', { ...where, person })
  await first.close()
  const { receptionDays } = pernik()
  const officials = receptionDays.officials.map((each) =>
    each.id === 'deputy-mayor' ? { ...each, parts: ['afternoon' as const] } : each,
  )
  const again = await startHall({
    data,
    offices: [pernik({ receptionDays: { ...receptionDays, officials } })],
  })
  try {
    const { view } = await (await again.as('secretary')).view('reception/secretary')
    expect(view.callSheet).toMatchObject([
      { number: appointment.number, was: where, kept: { ...where, time: '14:00' } },
    ])
  } finally {
    await again.close()
    rmSync(data, { recursive: true, force: true })
  }
})
