import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from '../../scripts/build.ts'
import { measureDay } from './day.ts'
import { estimateCostMs } from './estimate.ts'
import { median } from './figures.ts'
import { measureForeseen } from './foreseen.ts'
import { tenWindowOffice } from './hall.ts'
import type { Latency } from './latency.ts'
import { measureLimits, medianLimits, PHONES, type Limits } from './limits.ts'
import { measureRush, type Rush } from './rush.ts'
import { transferKb } from './sizes.ts'
import { printTable, type Row } from './table.ts'

/** `npm run bench`: one run, one table. Every figure is a median; beside it, what the parts reach by themselves. */

const USAGE = `npm run bench -- [options]
  --json FILE       writes the figures there too
  --repetitions 3   how often the rush and its limits are measured`

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    repetitions: { type: 'string', default: '3' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(USAGE)
  process.exit(0)
}
await buildIfNeeded()
const began = performance.now()
const office = tenWindowOffice()
const rushes: Rush[] = []
const limitsOfEach: Limits[] = []
for (let index = 0; index < Math.max(1, Number(values.repetitions)); index += 1) {
  console.error(`measuring the rush and its limits, ${index + 1} of ${values.repetitions} …`)
  rushes.push(await measureRush(office, async () => void limitsOfEach.push(await measureLimits())))
}
console.error('measuring what foreseeing the waits costs …')
const foreseen = await measureForeseen(office)
console.error('measuring the day …')
const day = await measureDay(office)
const limits = medianLimits(limitsOfEach)
const rush = <T>(pick: (each: Rush) => T): readonly T[] => rushes.map(pick)
const rate = (pick: (each: Rush) => number) => median(rush(pick))
const latency = (pick: (each: Rush) => Latency): Latency => ({
  p50: median(rush((each) => pick(each).p50)),
  p99: median(rush((each) => pick(each).p99)),
})

const { perSecond: commits } = limits.commits
const atLeastCommits = { target: commits, better: 'more' } as const
const [few, house, many, manyLast] = [
  latency((each) => each.few),
  latency((each) => each.house),
  latency((each) => each.many),
  latency((each) => each.manyLast),
]
const rows: readonly Row[] = [
  {
    what: 'tickets, one by one',
    unit: '/s',
    ours: rate((each) => each.issueOne),
    bare: limits.program.issueOne,
    limit: [commits, 'commits'],
  },
  {
    what: 'tickets, 8 at once',
    unit: '/s',
    ours: rate((each) => each.issueEight),
    bare: limits.program.issueEight,
    limit: [commits, 'commits'],
    goal: atLeastCommits,
  },
  {
    what: 'call-next, 10 clerks at once',
    unit: '/s',
    ours: rate((each) => each.calls),
    bare: limits.program.calls,
    limit: [commits, 'commits'],
    goal: atLeastCommits,
  },
  {
    what: 'whole visits (start, finish and call), 10 clerks',
    unit: '/s',
    ours: rate((each) => each.visits),
    limit: [commits, 'commits'],
  },
  {
    what: 'call → 5 boards, p50',
    unit: 'ms',
    ours: few.p50,
    bare: limits.program.few.p50,
    limit: [limits.fanout.few.p50, 'ws'],
  },
  {
    what: 'call → 5 boards, p99',
    unit: 'ms',
    ours: few.p99,
    bare: limits.program.few.p99,
    limit: [limits.fanout.few.p99, 'ws'],
    goal: { target: 8, better: 'less' },
  },
  { what: '… with 10 windows and a kiosk on the line, p50', unit: 'ms', ours: house.p50 },
  { what: '… with 10 windows and a kiosk on the line, p99', unit: 'ms', ours: house.p99 },
  {
    what: `… with ${PHONES} phones, p50`,
    unit: 'ms',
    ours: many.p50,
    bare: limits.program.many.p50,
    limit: [limits.fanout.many.p50, 'ws'],
  },
  {
    what: `… with ${PHONES} phones, p99`,
    unit: 'ms',
    ours: many.p99,
    bare: limits.program.many.p99,
    limit: [limits.fanout.many.p99, 'ws'],
    goal: { target: 50, better: 'less' },
  },
  {
    what: '… until the last phone is told, p50',
    unit: 'ms',
    ours: manyLast.p50,
    limit: [limits.fanout.manyLast.p50, 'ws'],
  },
  { what: `a day of ${day.tickets} tickets, line of 100, replayed in`, unit: 's', ours: day.seconds },
  { what: 'one issue, early in the day, median', unit: 'ms', ours: day.early.issueMs },
  { what: 'one issue, late in the day, median', unit: 'ms', ours: day.late.issueMs },
  { what: 'one call, early, median of 10 clerks', unit: 'ms', ours: day.early.callMs },
  { what: 'one call, late, median of 10 clerks', unit: 'ms', ours: day.late.callMs },
  { what: 'server’s processor time a visit, early', unit: 'µs', ours: day.early.visitMicros },
  {
    what: 'server’s processor time a visit, late',
    unit: 'µs',
    ours: day.late.visitMicros,
    goal: { target: day.early.visitMicros * 1.15, better: 'less' },
  },
  {
    what: 'the waits of a hall with 200 waiting foreseen',
    unit: 'ms',
    ours: estimateCostMs(),
    goal: { target: 25, better: 'less' },
  },
  {
    what: 'one command among 200 waiting, waits foreseen (and not), p50',
    unit: 'ms',
    ours: foreseen.told.p50,
    bare: foreseen.notTold.p50,
  },
  {
    what: 'one command among 200 waiting, waits foreseen (and not), p99',
    unit: 'ms',
    ours: foreseen.told.p99,
    bare: foreseen.notTold.p99,
  },
  {
    what: 'from a change to the waits that know of it, at the most',
    unit: 'ms',
    ours: foreseen.refreshedMs,
    goal: { target: 2_000, better: 'less' },
  },
  { what: 'resident after the day', unit: 'MB', ours: day.residentMb, goal: { target: 120, better: 'less' } },
  { what: 'resident at the most', unit: 'MB', ours: day.peakMb },
  {
    what: 'start to first answer, empty database',
    unit: 'ms',
    ours: day.emptyStartMs,
    bare: limits.program.startMs,
    goal: { target: 600, better: 'less' },
  },
  {
    what: 'start to first answer, with that day',
    unit: 'ms',
    ours: day.startMs,
    goal: { target: 600, better: 'less' },
  },
  {
    what: 'JavaScript of the kiosk until it is touched, gzip',
    unit: 'kB',
    ours: transferKb('kiosk'),
    goal: { target: 100, better: 'less' },
  },
  {
    what: 'JavaScript of the board, gzip',
    unit: 'kB',
    ours: transferKb('display'),
    goal: { target: 100, better: 'less' },
  },
]

const [cpu] = cpus()
console.log(
  `\n${cpus().length} × ${cpu?.model.trim() ?? 'processor'}, Node ${process.versions.node}; load generator on the same machine; ${rushes.length} repetitions, medians`,
)
console.log(
  `limits of this run: SQLite, WAL, synchronous=FULL, three statements: ${Math.round(commits)} commits/s (p99 ${limits.commits.p99.toFixed(2)} ms); Fastify POST: ${Math.round(limits.post.one)}/s by one, ${Math.round(limits.post.eight)}/s by 8\n`,
)
printTable(rows)
console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s`)
if (values.json !== undefined)
  writeFileSync(values.json, JSON.stringify({ rows, limits: limitsOfEach, rushes, foreseen, day }, null, 2))
process.exit(0)
