import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { OfficialId } from '#shared/ids.ts'
import { officeTime, pernik, ROOT } from '../../../tests/harness/settings.ts'
import { evolve } from '../domain/evolve.ts'
import type { Day } from '../domain/day.ts'
import { takenOn } from '../domain/reception/book.ts'
import { daysOf } from '../domain/reception/calendar.ts'
import { todaysList } from '../domain/reception/today.ts'
import { migrationsOf } from '../server.ts'
import { openSqlite } from '../store/sqlite.ts'
import { seedReception } from './reception.ts'

const folder = mkdtempSync(join(tmpdir(), 'edno-gishe-training-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

// The day after a reception day too, and after holidays: of the day itself nobody is signed up any more.
test.each([
  '2026-11-25T10:15',
  '2026-11-23T07:00',
  '2026-11-28T12:00',
  '2026-11-26T10:15',
  '2026-12-24T10:15',
])('A training hall that begins at %s has people signed up, and received what was due before', async (at) => {
  const store = await openSqlite({
    folder: join(folder, at.slice(0, 10)),
    kind: 'training',
    migrations: migrationsOf({ root: ROOT }, 'sqlite'),
  })
  try {
    const settings = pernik()
    await seedReception(store, settings, officeTime(at))
    let day: Day | null = null
    const start = (await store.log.dayStart(settings.id)) ?? 1
    for (const recorded of await store.log.after(settings.id, start - 1, 10_000)) day = evolve(day, recorded)
    if (day === null) throw new Error('nothing was seeded')
    expect(day.at).toBeLessThanOrEqual(officeTime(at))
    const filled = settings.receptionDays.officials.map(({ id }) => {
      const ahead = daysOf(day, id).slice(0, 3)
      return ahead.map((of) => takenOn(day.reception, id, of.date).size)
    })
    for (const days of filled) expect(days.some((taken) => taken > 0)).toBe(true)
    if (at.startsWith('2026-11-25')) {
      const states = todaysList(day, 'deputy-mayor' as OfficialId).map(({ state }) => state.kind)
      expect(states).toContain('ended')
      expect(states).toContain('arrived')
      expect(states).toContain('booked')
      expect(day.reception.appointments.filter(({ state }) => state.kind === 'listed')).toHaveLength(2)
    }
    await seedReception(store, settings, officeTime(at)) // once, and not again
    expect(await store.log.lastInstant()).toBe(day.at)
  } finally {
    await store.close()
  }
})
