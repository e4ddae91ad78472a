import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ViewName } from '#shared/views.ts'
import { startProcess, type HallProcess } from '../harness/process.ts'
import type { Person, Watcher } from '../harness/people.ts'

/**
 * A reception day with a few people whose names, telephones and words occur nowhere else: afterwards every table, every line
 * that the server printed and every message on the line is searched for them.
 */

const OFFICE = '/api/offices/pernik'
const TODAY = '2026-11-25'
const NEXT = '2026-12-02'

/** What must not be found: each in the ways in which it could stand somewhere. */
const SECRETS =
  /Звездомир|Кукурякова|Снежоглед|0889\s?77|889771122|889771133|889771144|Хвърковатото|щъркелово|ЩГ-77|Дружество Ветроход|Кълвачева/iu

const ONE = {
  givenName: 'Звездомир',
  familyName: 'Снежоглед',
  telephone: '0889 77 11 22',
  subject: 'Хвърковатото гнездо',
  description: 'На стълба има щъркелово гнездо.',
  fileNumber: 'ЩГ-77/2026',
  organisation: 'Дружество Ветроход',
}
const TWO = { ...ONE, givenName: 'Кукурякова', familyName: 'Кълвачева', telephone: '0889771133' }
const THREE = { ...TWO, telephone: '+359 889 771 144', subject: 'щъркелово' }

let hall: HallProcess
beforeAll(async () => {
  hall = await startProcess({ at: `${TODAY}T09:30`, logLevel: 'debug' })
}, 120_000)
afterAll(() => hall.close())

test('after a day’s run no name and no telephone is anywhere but in the table that is for them', async () => {
  const watchers: Watcher[] = []
  const clerk7 = await hall.as('clerk7')
  const secretary = await hall.as('secretary')
  const deputy = await hall.as('deputy')
  const supervisor = await hall.as('supervisor')
  const auditor = await hall.as('auditor')
  const watch = async (view: ViewName, as?: Person) =>
    void watchers.push(await hall.watch(view, as === undefined ? {} : { as }))
  await clerk7.done('open-window', { window: 7 })
  for (const view of ['kiosk', 'hall', 'door/deputy-mayor', 'door/mayor'] as const) await watch(view)
  for (const view of ['queue', 'window/7', 'reception/desk'] as const) await watch(view, clerk7)
  await watch('supervisor', supervisor)
  await watch('reception/orders', supervisor)
  await watch('reception/secretary', secretary)
  await watch('reception/official/deputy-mayor', deputy)

  // Signed up, corrected, moved, cancelled, refused, malformed, repeated.
  const where = (time: string) => ({ official: 'deputy-mayor', date: NEXT, time })
  const first = await clerk7.done('sign-up', { ...where('09:00'), person: ONE }, 'the-first-key')
  expect(await clerk7.done('sign-up', { ...where('09:00'), person: ONE }, 'the-first-key')).toEqual(first)
  const { number, code } = first.appointment
  await watch(`appointment/${code}`)
  await clerk7.done('correct-person', { number, person: { ...ONE, description: 'щъркелово гнездо, второ' } })
  await clerk7.done('move-appointment', { number, ...where('09:15') })
  const second = await secretary.done('sign-up', { ...where('09:30'), person: TWO })
  await hall.nobody.done('cancel-own-appointment', {
    number: second.appointment.number,
    code: second.appointment.code,
  })
  expect((await clerk7.command('sign-up', { ...where('09:15'), person: TWO })).status).toBe(409)
  expect(
    (await clerk7.command('sign-up', { ...where('10:00'), person: { ...TWO, extra: 'Снежоглед' } })).status,
  ).toBe(400)
  expect(
    (await clerk7.post(`${OFFICE}/commands/sign-up`, '{"person": {"givenName": "Снежоглед"')).status,
  ).toBe(400)
  expect((await hall.nobody.command('sign-up', { ...where('10:00'), person: TWO })).status).toBe(401)
  await clerk7.post(`${OFFICE}/reception/look-up`, { telephone: ONE.telephone, subject: ONE.subject })
  await secretary.get(`${OFFICE}/reception/persons?official=deputy-mayor&date=${NEXT}`)
  await hall.nobody.post(`${OFFICE}/reception/own-data`, { number, code })

  // A walk-in of today, to the end; a postponed day; the calendar's feed.
  const walkIn = await deputy.done('take-walk-in', { official: 'deputy-mayor', person: THREE })
  await deputy.done('set-lateness', { official: 'deputy-mayor', minutes: 5 })
  await deputy.done('call-appointment', { official: 'deputy-mayor' })
  await deputy.done('record-outcome', {
    number: walkIn.appointment.number,
    outcome: { kind: 'passed-on', unit: 'cleaning', due: NEXT },
  })
  await secretary.done('mark-answered', { number: walkIn.appointment.number })
  expect(await clerk7.command('sign-up', { ...where('11:00'), person: THREE })).toMatchObject({
    body: { code: 'already-answered' },
  })
  await clerk7.done('sign-up', { ...where('11:00'), person: THREE, despite: 'Снежоглед настоява' })
  await secretary.done('add-reception-exception', {
    official: 'deputy-mayor',
    date: NEXT,
    change: { kind: 'none' },
    order: 'РД-01-7/2026',
    reason: { bg: 'сесия', en: 'a session' },
  })
  await secretary.done('record-contact', { number, result: 'reached' })
  await secretary.done('accept-slot', { number })
  const feed = await deputy.post(`${OFFICE}/reception/officials/deputy-mayor/feed`, {})
  const { path } = feed.body as { path: string }
  const calendar = await hall.nobody.get(path)
  const figures = await hall.nobody.get(`${OFFICE}/reception/figures?year=2026`)
  const log = await auditor.get(`${OFFICE}/events?day=${TODAY}`)
  const looks = await auditor.get(`${OFFICE}/reception/looks?number=${encodeURIComponent(number)}`)
  expect(JSON.stringify(looks.body)).toMatch(/look-up.*list.*own-data/s)
  await watchers[1]?.until(
    ({ view }) => 'reception' in view && JSON.stringify(view.reception).includes('done'),
  )

  for (const answer of [calendar, figures, log, looks])
    expect(JSON.stringify(answer.body)).not.toMatch(SECRETS)
  expect(JSON.stringify(log.body)).not.toContain(code)
  for (const { refusal, pushes } of watchers) {
    expect(refusal).toBeNull()
    expect(pushes.length).toBeGreaterThan(0)
    expect(JSON.stringify(pushes)).not.toMatch(SECRETS)
  }
  expect(tablesWithSecrets()).toEqual(['persons'])

  // Erased on request: gone from the file too, byte by byte.
  for (const { appointment } of [first, second, walkIn]) {
    await hall.nobody.done('erase-own-data', { number: appointment.number, code: appointment.code })
  }
  const left = await secretary.post(`${OFFICE}/reception/look-up`, { telephone: THREE.telephone })
  expect(left.body).toMatchObject({ earlier: [{ state: 'displaced' }] })
  const files = readdirSync(hall.data).filter((name) => name.startsWith('hall.sqlite'))
  for (const name of files) {
    const bytes = readFileSync(join(hall.data, name)).toString('utf8')
    for (const gone of ['Звездомир', '889771122'])
      expect([name, gone, bytes.includes(gone)]).toEqual([name, gone, false])
  }
  await hall.terminate()
  expect(hall.printed()).not.toMatch(SECRETS)
  expect(hall.printed()).not.toContain(code)
  expect(hall.printed()).not.toContain(path)
  expect(tablesWithSecrets()).toEqual(['persons'])
}, 120_000)

/** @returns the tables in which anything of a person stands. */
function tablesWithSecrets(): readonly string[] {
  const db = new Database(join(hall.data, 'hall.sqlite'), { readonly: true })
  try {
    const tables = db
      .prepare<[], { name: string }>(`select name from sqlite_master where type = 'table'`)
      .all()
    return tables
      .map(({ name }) => name)
      .filter((name) => SECRETS.test(JSON.stringify(db.prepare(`select * from "${name}"`).all())))
  } finally {
    db.close()
  }
}
