import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { MINUTE } from '#shared/instant.ts'
import { attempt, type Outcome, type Trial } from './waits/trial.ts'
import { replayed } from './waits/replay.ts'

/**
 * `npm run evaluate-waits`: how good the estimate of the wait is, in the reference hall, against the rules of the
 * literature; and, with `-- --data FOLDER`, in an office's own log, day by day as it was.
 */
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '60' },
    runs: { type: 'string', default: '128' },
    seed: { type: 'string', default: '2026' },
    data: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const [days, runs, seed] = [Number(values.days), Number(values.runs), Number(values.seed)]
if (values.help || !(days >= 1 && runs >= 1 && Number.isInteger(seed))) {
  console.log(`npm run evaluate-waits -- [options]
  --days 60       days that are scored, after 20 to learn from
  --runs 128      futures for each ticket
  --seed 2026     chance
  --data FOLDER   replays the log of the hall in this folder instead of the reference hall`)
  process.exit(values.help ? 0 : 1)
}

if (values.data !== undefined) {
  const outcomes = await replayed(resolve(values.data), runs)
  if (outcomes === null) {
    console.error(`There is no hall in ${values.data}.`)
    process.exit(2)
  }
  for (const { office, outcome } of outcomes) tell(office, outcome)
  process.exit(0)
}

const usual = { days, runs, seed, hall: { arrivals: 0.82 } }
const noon = 240 * MINUTE
const over = (at: number) => Math.min(1, at / (480 * MINUTE))
const trials: readonly Trial[] = [
  { ...usual, name: 'Reference hall: learned from 20 earlier days, then scored' },
  { ...usual, name: 'Quieter: 0.78 arrivals a minute', hall: { arrivals: 0.78 } },
  { ...usual, name: 'Busier: 0.85 arrivals a minute', hall: { arrivals: 0.85 } },
  {
    ...usual,
    name: 'A new hall: nothing learned, configured means 15 % too low',
    earlier: 0,
    configured: 0.85,
  },
  {
    ...usual,
    name: 'A new hall: nothing learned, configured means 15 % too high',
    earlier: 0,
    configured: 1.15,
  },
  { ...usual, name: 'All learned lengths 15 % too low, for good', spoiled: 0.85 },
  { ...usual, name: 'All learned lengths 15 % too high, for good', spoiled: 1.15 },
  {
    ...usual,
    name: 'Everything slows down during the day, from 85 to 115 %',
    hall: { arrivals: 0.82, pace: (at) => 0.85 + 0.3 * over(at) },
  },
  {
    ...usual,
    name: 'Everything gets faster during the day, from 115 to 85 %',
    hall: { arrivals: 0.82, pace: (at) => 1.15 - 0.3 * over(at) },
  },
  {
    ...usual,
    name: 'Window 4 closes at noon, unannounced',
    hall: { arrivals: 0.82, closing: { window: 3, at: noon } },
  },
]
for (const trial of trials) tell(trial.name, attempt(trial))

function tell(name: string, { tickets, meanWait, scores }: Outcome) {
  console.log(`\n${name}\n  ${tickets} tickets, mean wait ${meanWait.toFixed(1)} min`)
  console.log(`  ${'minutes'.padEnd(28)} error    bias   told >5 too little   P90 covers (by service)`)
  for (const { estimator, error, bias, understated, covered, coveredBy } of scores) {
    const cover =
      covered === null ? '' : `${percent(covered)}  (${coveredBy.map((each) => percent(each)).join(' ')})`
    console.log(
      `  ${estimator.padEnd(28)} ${error.toFixed(2).padStart(5)}  ${bias.toFixed(2).padStart(6)}   ${percent(understated).padStart(12)}         ${cover}`,
    )
  }
  const [ours, ...others] = scores
  const best = others.toSorted((a, b) => a.error - b.error)[0]
  if (ours && best)
    console.log(
      `  ours is ${percent(1 - ours.error / best.error)} under the best of the others (${best.estimator})`,
    )
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
