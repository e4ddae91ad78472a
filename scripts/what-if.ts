import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LocalDate } from '#shared/ids.ts'
import { MINUTE } from '#shared/instant.ts'
import type { Assessment } from '#shared/what-if.ts'
import { readConfig } from '#server/config.ts'
import { nextDate, planOf } from '#server/domain/calendar.ts'
import type { OfficeSettings } from '#server/domain/settings.ts'
import { createDemandBook } from '#server/domain/waits/demand.ts'
import { createLearner } from '#server/domain/waits/learning.ts'
import { pass, visitsOf } from '#server/domain/waits/plan.ts'
import { usualPlan, whatIf } from '#server/office/what-if.ts'
import { readOnlyLog } from '#server/store/log-reader.ts'

/**
 * `npm run what-if`: a day of the office tried out with other people at the windows. Reads only, also beside a running
 * server.
 */
const USAGE = `npm run what-if -- [options]
  --date 2026-11-26     a day of the log, as it was; or one to come, as it is foreseen
  --data FOLDER         the hall whose log is read; without it, or without a log, an example
  --office ID           which office; the first
  --closed 3,6          windows that stay closed
  --weight 3            a minute of a priority visitor counts as so many
  --standard 20         minutes
  --closes 16:00        another end of the hours
  --seek                looks for the fewest windows, by half hour, for 95 % within the standard
  --year                tries out every working day of the year of --date, and says how long that took`

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    data: { type: 'string' },
    office: { type: 'string' },
    closed: { type: 'string', default: '' },
    weight: { type: 'string' },
    standard: { type: 'string' },
    closes: { type: 'string' },
    seek: { type: 'boolean', default: false },
    year: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(USAGE)
  process.exit(0)
}
const { offices, data } = readConfig(process.env)
const settings = offices.find(({ id }) => values.office === undefined || id === values.office)
if (settings === undefined) {
  console.error(`There is no office "${values.office}".`)
  process.exit(1)
}
const learner = createLearner()
const book = createDemandBook()
const log = readOnlyLog(resolve(values.data ?? data))
if (log !== null) {
  for await (const recorded of log.events(settings.id)) {
    learner.learn(recorded)
    book.learn(recorded)
  }
  await log.close()
}
const last = book.days().at(-1)
const date = LocalDate.parse(values.date ?? (last === undefined ? '2026-11-25' : nextDate(last)))
const closed = new Set(values.closed.split(',').filter(Boolean).map(Number))
const model = learner.model(settings, { date, sinceOpening: 0, opening: 0 })
if (values.year) tryYear(settings)
else tryDay(settings)

function tryDay(office: OfficeSettings) {
  const steps = whatIf(
    { settings: office, book, model, today: last ?? date },
    {
      date,
      ...(closed.size === 0
        ? {}
        : { windows: office.windows.map(({ window }) => ({ window, open: [!closed.has(window)] })) }),
      ...(values.weight === undefined ? {} : { priorityWeight: Number(values.weight) }),
      ...(values.standard === undefined ? {} : { standardMinutes: Number(values.standard) }),
      ...(values.closes === undefined ? {} : { closes: values.closes as never }), // checked by the arithmetic on it
      seek: values.seek,
    },
  )
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  const { source, restsOn, isPeak, halves, people, usual, plan, sought, isTargetInReach } = step.value
  const from = {
    log: 'as the log tells it',
    forecast: `foreseen from ${restsOn.days} days`,
    example: 'an example: there is no log',
  }
  console.log(`${office.municipality.en}, ${date}: ${from[source]}${isPeak ? ', before a tax term' : ''}`)
  const total = people.reduce((sum, { counts }) => sum + counts.reduce((own, each) => own + each, 0), 0)
  console.log(`${Math.round(total)} people; ${usual.days} days tried out, the same people for each plan\n`)
  tell('all windows', usual)
  if (closed.size > 0 || values.weight || values.standard || values.closes) tell('as asked', plan)
  if (sought !== null) {
    tell('fewest', sought.assessment)
    console.log('\n        ' + office.windows.map(({ window }) => String(window).padStart(3)).join(''))
    halves.forEach((half, index) => {
      const row = sought.windows.map(({ open }) => (open[index] ? '  ■' : '  ·')).join('')
      console.log(`  ${half} ${row}   ${sought.windows.filter(({ open }) => open[index]).length}`)
    })
  }
  if (isTargetInReach === false) console.log('Even with all windows the target is out of reach.')
}

function tell(name: string, { whole }: Assessment) {
  const minutes = ({ mean, low, high }: Assessment['whole']['within']) =>
    `${(mean / MINUTE).toFixed(1)} [${(low / MINUTE).toFixed(1)}–${(high / MINUTE).toFixed(1)}]`
  const share = ({ mean, low, high }: Assessment['whole']['within']) =>
    `${(100 * mean).toFixed(1)} [${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)}] %`
  console.log(
    `  ${name.padEnd(12)} median ${minutes(whole.medianMs)} min · P90 ${minutes(whole.p90Ms)} min · within the standard ${share(whole.within)} · unserved ${whole.unserved.mean.toFixed(1)} · busy ${share(whole.utilisation)}`,
  )
}

function tryYear(office: OfficeSettings) {
  const began = performance.now()
  const year = date.slice(0, 4)
  let [days, people, within] = [0, 0, 0]
  for (let each = LocalDate.parse(`${year}-01-01`); each.startsWith(year); each = nextDate(each)) {
    if (!planOf(office, [], each).working) continue
    const { demand } = book.forecast(office, each)
    const plan = usualPlan(office, demand.halfHours.length)
    for (let replication = 0; replication < 30; replication += 1) {
      const { waits } = pass(
        plan,
        office.services.length,
        visitsOf(demand, model.occupied, days * 100 + replication),
      )
      people += waits.length
      for (const { ms } of waits) if (ms <= plan.standardMinutes * MINUTE) within += 1
    }
    days += 1
  }
  const seconds = (performance.now() - began) / 1_000
  console.log(
    `${days} working days of ${year}, 30 times each: ${people} people, ${((100 * within) / people).toFixed(1)} % within the standard; ${seconds.toFixed(1)} s`,
  )
}
