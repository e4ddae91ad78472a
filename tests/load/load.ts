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
  --served 0         how many have been served in each town before: how old the day is
  --seconds 45       how long it is measured
  --series           by towns, by phones, by the day's age and by programs, with pictures in docs/performance/, instead of one trial`

const { values } = parseArgs({
  options: {
    offices: { type: 'string', default: '100' },
    windows: { type: 'string', default: '10' },
    boards: { type: 'string', default: '3' },
    phones: { type: 'string', default: '5000' },
    factor: { type: 'string', default: '4' },
    nodes: { type: 'string', default: '0' },
    served: { type: 'string', default: '0' },
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
  served: Number(values.served),
}
console.log(`${cpus().length} processors, ${cpus()[0]?.model ?? ''}; the load is made on the same machine.\n`)
console.log(head())
if (values.series) await series()
else await tried(asked)
process.exit(0)

async function series() {
  const { offices, phones } = asked
  const some = (share: number, more: Partial<Trial> = {}) =>
    tried({
      ...asked,
      offices: Math.max(1, Math.round(offices * share)),
      phones: Math.round(phones * share),
      ...more,
    })
  const byOffices = [await some(0.01), await some(0.1), await some(0.4), await some(1)]
  const [, tenth, , whole] = byOffices
  const byPhones = [await some(1, { phones: 0 }), await some(1, { phones: phones / 2 }), whole]
  const byAge = [tenth, await some(0.1, { served: 500 }), await some(0.1, { served: 2_000 })]
  const byNodes = [await some(1, { nodes: 1 }), await some(1, { nodes: 2 }), await some(1, { nodes: 4 })]
  const towns = ({ trial }: Outcome) => trial.offices
  const watchers = ({ trial }: Outcome) => trial.phones
  const pictures: Readonly<Record<string, Plot>> = {
    'by-offices': latency('One program on SQLite: with the towns', 'towns', byOffices, towns),
    'by-phones': latency(`${offices} towns, one program: with the phones`, 'phones', byPhones, watchers),
    'by-age': latency(
      `${Math.round(offices / 10)} towns, one program: with the day’s age`,
      'served before, in each town',
      byAge,
      ({ trial }) => trial.served,
    ),
    'by-nodes': latency(
      `${offices} towns on PostgreSQL: with the programs`,
      'programs',
      byNodes,
      ({ trial }) => trial.nodes,
    ),
    processors: plotOf('Processors kept busy (1: one whole)', 'towns', 'processors', byOffices, towns, {
      'one program on SQLite': ({ busy }) => busy,
    }),
    watchers: plotOf('Processors kept busy (1: one whole)', 'phones', 'processors', byPhones, watchers, {
      [`one program, ${offices} towns`]: ({ busy }) => busy,
    }),
    memory: plotOf('Resident memory of one program', 'towns', 'MB', byOffices, towns, {
      'one program on SQLite': ({ memoryMb }) => memoryMb,
    }),
  }
  const folder = join(ROOT, 'docs', 'performance')
  mkdirSync(folder, { recursive: true })
  for (const [name, plot] of Object.entries(pictures)) writeFileSync(join(folder, `${name}.svg`), svgOf(plot))
}

function latency(
  title: string,
  across: string,
  outcomes: readonly (Outcome | undefined)[],
  at: (each: Outcome) => number,
): Plot {
  return plotOf(title, across, 'milliseconds', outcomes, at, {
    'call → boards, p50': ({ crowd }) => crowd.callToBoard.p50,
    'call → boards, p99': ({ crowd }) => crowd.callToBoard.p99,
    'a ticket, p99': ({ crowd }) => crowd.issue.p99,
  })
}

function plotOf(
  title: string,
  across: string,
  up: string,
  outcomes: readonly (Outcome | undefined)[],
  at: (each: Outcome) => number,
  lines: Readonly<Record<string, (each: Outcome) => number>>,
): Plot {
  const known = outcomes.filter((each) => each !== undefined)
  return {
    title,
    across,
    up,
    lines: Object.entries(lines).map(([name, of]) => ({
      name,
      points: known.map((each) => [at(each), of(each)] as const),
    })),
  }
}

async function tried(trial: Trial): Promise<Outcome> {
  const outcome = await measure(trial)
  console.log(lineOf(outcome))
  return outcome
}

function head(): string {
  const columns = [
    'database', 'towns', 'windows', 'boards', 'phones', 'served before', 'commands/s', 'errors', 'ticket p50 / p99', 'call p50 / p99',
    'call → boards p50 / p99 / most', 'memory', 'processors', 'PostgreSQL’s',
  ] // oxfmt-ignore
  return `| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`
}

function lineOf({ trial, crowd, memoryMb, busy, databaseBusy }: Outcome): string {
  const { nodes, offices, windows, boards, phones, served } = trial
  const ms = (value: number) => value.toFixed(1)
  const cells = [
    nodes === 0 ? 'SQLite' : `PostgreSQL, ${nodes}`,
    offices,
    offices * windows,
    offices * boards,
    phones,
    served,
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
