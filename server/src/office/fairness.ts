import type { LocalDate, OfficeId } from '#shared/ids.ts'
import type { FairnessReport } from '#shared/fairness.ts'
import type { Day } from '../domain/day.ts'
import { evolve } from '../domain/evolve.ts'
import { createFairnessBook } from '../domain/waits/fairness.ts'
import type { Store } from '../store/store.ts'

const PAGE = 100

/** A day once more, from its log: a page at a time, giving way to other work after each. */
export async function fairnessOf(
  log: Pick<Store['log'], 'after' | 'before'>,
  office: OfficeId,
  date: LocalDate,
): Promise<FairnessReport> {
  const book = createFairnessBook()
  let day: Day | null = null
  let version = await log.before(office, date)
  for (;;) {
    const page = await log.after(office, version, PAGE)
    for (const recorded of page) {
      const { event } = recorded
      if (event.type === 'day-opened' && event.date !== date) return book.report(date)
      if (day !== null) book.see(day, recorded)
      if (day !== null || event.type === 'day-opened') day = evolve(day, recorded)
      version = recorded.version
    }
    if (page.length < PAGE) return book.report(date)
    await new Promise(setImmediate)
  }
}
