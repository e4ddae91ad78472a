import { HALL, type Moment, type Started } from './reference-hall.ts'

/**
 * The rules that ours is measured against. Those of delay history and of queue length are as R. Ibrahim and W. Whitt
 * define them, "Real-time delay estimation based on delay history", 2009: LES, the delay of the last customer to have
 * entered service; HOL, the elapsed delay of the customer at the head of the line; QL, one more than those waiting,
 * times the mean, over the servers. Each answers in milliseconds.
 */
export type Simple = {
  readonly name: string
  readonly estimate: (moment: Moment, history: History, means: readonly number[]) => number
}

/** The starts of service so far today, ordinary tickets alone, by line, newest last. */
export type History = readonly (readonly Started[])[]

export const SIMPLE: readonly Simple[] = [
  {
    name: 'position × mean ÷ windows',
    estimate: ({ waiting, arrival }, _, means) => {
      const ahead = waiting.filter(({ line }) => line === arrival.line).length
      return ((ahead + 1) * (means[arrival.line] ?? 0)) / windowsFor(arrival.line).length
    },
  },
  {
    name: 'mean of the last 10',
    estimate: ({ arrival }, history) => {
      const last = (history[arrival.line] ?? []).slice(-10)
      return last.length === 0 ? 0 : last.reduce((sum, { waited }) => sum + waited, 0) / last.length
    },
  },
  {
    name: 'LES, last to enter service',
    estimate: ({ arrival }, history) => history[arrival.line]?.at(-1)?.waited ?? 0,
  },
  {
    name: 'HOL, head of line',
    estimate: ({ at, arrival, waiting }, history) => {
      const head = waiting.find(({ line, priority }) => line === arrival.line && !priority)
      return head === undefined ? (history[arrival.line]?.at(-1)?.waited ?? 0) : at - head.since
    },
  },
  {
    name: 'QL, queue length, one pool',
    estimate: ({ waiting }, _, means) => {
      const mean = means.reduce((sum, each, line) => sum + each * (SHARES[line] ?? 0), 0)
      return ((waiting.length + 1) * mean) / HALL.windows.length
    },
  },
  { name: 'shared-work QL', estimate: (moment, _, means) => sharedWork(moment, means) },
  {
    name: 'shared-work QL, one pool',
    estimate: ({ waiting }, _, means) => {
      const mean = means.reduce((sum, each, line) => sum + each * (SHARES[line] ?? 0), 0)
      return (waiting.reduce((sum, { line }) => sum + (means[line] ?? 0), 0) + mean) / HALL.windows.length
    },
  },
]

/** What share of the people come for each service. */
const SHARES = [0.35, 0.3, 0.2, 0.15]

/** Work ahead, of each service the part that falls on windows of one's own, over those windows. */
function sharedWork({ waiting, arrival, windows }: Moment, means: readonly number[]): number {
  const mine = windowsFor(arrival.line)
  const work = waiting.reduce((sum, { line }) => {
    const theirs = windowsFor(line)
    const common = theirs.filter((window) => mine.includes(window)).length
    return sum + ((means[line] ?? 0) * common) / theirs.length
  }, 0)
  const inService = mine.map((window) => {
    const state = windows[window]
    return state === undefined || typeof state === 'string' ? 0 : (means[state.visitor.line] ?? 0)
  })
  return (work + inService.reduce((sum, each) => sum + each, 0) / mine.length) / mine.length
}

function windowsFor(line: number): readonly number[] {
  return [...HALL.windows.keys()].filter((window) => HALL.windows[window]?.includes(line))
}
