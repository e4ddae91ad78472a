import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from '../../scripts/build.ts'
import { ROOT } from '../bench/hall.ts'
import { svgOf, type Plot } from './plot.ts'
import { measure, PEAK_PER_MINUTE, type Outcome, type Trial } from './trial.ts'

const USAGE = `npm run load -- [options]     towns full of people, as true clients, on programs of their own
  --offices 100      towns
  --windows 10       windows of a town, each with its clerk on the line
  --boards 3         boards of a town
  --phones 5000      phones that watch their tickets, in all
  --factor 4         how many times as fast as on a real day's peak people come (${PEAK_PER_MINUTE.toFixed(1)} a minute and town)
  --nodes 0          0: one program on SQLite; 1, 2, 4: so many on one PostgreSQL
  --seconds 45       how long it is measured
  --series           by towns, by phones and by programs, with pictures in docs/performance/, instead of one trial`

const { values } = parseArgs({
  options: {
    offices: { type: 'string', default: '100' },
    windows: { type: 'string', default: '10' },
    boards: { type: 'string', default: '3' },
    phones: { type: 'string', default: '5000' },
    factor: { type: 'string', default: '4' },
    nodes: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '45' },
    series: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(USAGE)
  process.exit(0)
}
await buildIfNeeded()
const asked: Trial = {
  nodes: Number(values.nodes),
  offices: Number(values.offices),
  windows: Number(values.windows),
  boards: Number(values.boards),
  phones: Number(values.phones),
  factor: Number(values.factor),
  measureMs: Number(values.seconds) * 1_000,
}
console.log(`${cpus().length} processors, ${cpus()[0]?.model ?? ''}; the load is made on the same machine.\n`)
console.log(head())
if (values.series) await series()
else await tried(asked)
process.exit(0)

async function series() {
  const { offices, phones } = asked
  const byOffices: Outcome[] = []
  for (const share of [0.01, 0.1, 0.4, 1]) {
    const count = Math.max(1, Math.round(offices * share))
    byOffices.push(await tried({ ...asked, offices: count, phones: Math.round((phones * count) / offices) }))
  }
  const whole = byOffices.at(-1)
  const byPhones = [await tried({ ...asked, phones: 0 }), await tried({ ...asked, phones: phones / 2 })]
  if (whole) byPhones.push(whole)
  const byNodes: Outcome[] = []
  for (const nodes of [1, 2, 4]) byNodes.push(await tried({ ...asked, nodes }))
  const pictures: Readonly<Record<string, Plot>> = {
    'by-offices': plotOf(
      'SQLite, one program: growing with the towns',
      'towns',
      byOffices,
      ({ trial }) => trial.offices,
    ),
    'by-phones': plotOf(
      `${offices} towns, one program: growing with the phones`,
      'phones',
      byPhones,
      ({ trial }) => trial.phones,
    ),
    'by-nodes': plotOf(
      `${offices} towns on PostgreSQL: programs`,
      'programs',
      byNodes,
      ({ trial }) => trial.nodes,
    ),
    processors: {
      title: 'Processors kept busy (1: one whole)',
      across: 'towns',
      up: 'processors',
      lines: [
        { name: 'one program, SQLite', points: byOffices.map(({ trial, busy }) => [trial.offices, busy]) },
      ],
    },
  }
  const folder = join(ROOT, 'docs', 'performance')
  mkdirSync(folder, { recursive: true })
  for (const [name, plot] of Object.entries(pictures)) writeFileSync(join(folder, `${name}.svg`), svgOf(plot))
}

function plotOf(
  title: string,
  across: string,
  outcomes: readonly Outcome[],
  at: (each: Outcome) => number,
): Plot {
  const line = (name: string, of: (each: Outcome) => number) => ({
    name,
    points: outcomes.map((each) => [at(each), of(each)] as const),
  })
  return {
    title,
    across,
    up: 'milliseconds',
    lines: [
      line('call → boards, p50', ({ crowd }) => crowd.callToBoard.p50),
      line('call → boards, p99', ({ crowd }) => crowd.callToBoard.p99),
      line('a ticket, p99', ({ crowd }) => crowd.issue.p99),
    ],
  }
}

async function tried(trial: Trial): Promise<Outcome> {
  const outcome = await measure(trial)
  console.log(lineOf(outcome))
  return outcome
}

function head(): string {
  const columns = [
    'database', 'towns', 'windows', 'boards', 'phones', 'commands/s', 'errors', 'ticket p50 / p99', 'call p50 / p99',
    'call → boards p50 / p99 / most', 'memory', 'processors', 'PostgreSQL’s',
  ] // prettier-ignore
  return `| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`
}

function lineOf({ trial, crowd, memoryMb, busy, databaseBusy }: Outcome): string {
  const { nodes, offices, windows, boards, phones } = trial
  const ms = (value: number) => value.toFixed(1)
  const cells = [
    nodes === 0 ? 'SQLite' : `PostgreSQL, ${nodes}`,
    offices,
    offices * windows,
    offices * boards,
    phones,
    (crowd.commands / crowd.seconds).toFixed(1),
    crowd.errors,
    `${ms(crowd.issue.p50)} / ${ms(crowd.issue.p99)} ms`,
    `${ms(crowd.call.p50)} / ${ms(crowd.call.p99)} ms`,
    `${ms(crowd.callToBoard.p50)} / ${ms(crowd.callToBoard.p99)} / ${ms(crowd.callToBoard.most)} ms`,
    `${memoryMb.toFixed(0)} MB`,
    busy.toFixed(2),
    nodes === 0 ? '' : databaseBusy.toFixed(2),
  ]
  return `| ${cells.join(' | ')} |`
}
