import { child, ended, openPhones, word } from './children.ts'
import { median, perSecond, timed } from './figures.ts'
import { temporaryFolder } from './hall.ts'
import { barePushes, latencyOf, openBoards, phoneLatencyOf, pushes, type Latency } from './latency.ts'
import { openWire } from './wire.ts'

/** What the parts reach by themselves in this run, and a program without any rules. */
export type Limits = {
  readonly commits: { readonly perSecond: number; readonly p99: number }
  readonly post: { readonly one: number; readonly eight: number }
  readonly fanout: { readonly few: Latency; readonly many: Latency; readonly manyLast: Latency }
  readonly program: {
    readonly issueOne: number
    readonly issueEight: number
    readonly calls: number
    readonly few: Latency
    readonly many: Latency
    readonly startMs: number
  }
}

export const PHONES = 1_000
const ROUNDS = 150

export async function measureLimits(): Promise<Limits> {
  return { commits: await commits(), post: await post(), fanout: await fanout(), program: await program() }
}

function commits(): Promise<Limits['commits']> {
  return word(child('bare.ts', 'commits', temporaryFolder('commits')))
}

async function post(): Promise<Limits['post']> {
  const server = child('bare.ts', 'post')
  const { port } = await word<{ port: number }>(server)
  await postsPerSecond(port, '/tickets', 8)
  const figures = {
    one: await postsPerSecond(port, '/tickets', 1),
    eight: await postsPerSecond(port, '/tickets', 8),
  }
  await ended(server)
  return figures
}

/** How often the connections together are answered in about half a second. */
async function postsPerSecond(port: number, path: string, connections: number): Promise<number> {
  const wires = await Promise.all(Array.from({ length: connections }, () => openWire(port)))
  const ends = performance.now() + 500
  let count = 0
  const took = await timed(() =>
    Promise.all(
      wires.map(async (wire, index) => {
        while (performance.now() < ends) {
          await wire.post(path, { service: 'payment', window: index + 1 })
          count += 1
        }
      }),
    ),
  )
  for (const wire of wires) wire.close()
  return perSecond(count, took)
}

async function fanout(): Promise<Limits['fanout']> {
  const server = child('bare.ts', 'fanout')
  const { port } = await word<{ port: number }>(server)
  await barePushes(port, 50, 0)
  const few = latencyOf(await barePushes(port, ROUNDS, 10))
  const phones = await openPhones({ kind: 'bare', port, count: PHONES })
  const many = await barePushes(port, ROUNDS, 50)
  const manyLast = phoneLatencyOf(many, await phones.report())
  await phones.close()
  await ended(server)
  return { few, many: latencyOf(many), manyLast }
}

async function program(): Promise<Limits['program']> {
  const began = performance.now()
  const server = child('bare.ts', 'program', temporaryFolder('program'))
  const { port } = await word<{ port: number }>(server)
  const startMs = performance.now() - began
  await postsPerSecond(port, '/tickets', 8)
  const issueOne = await postsPerSecond(port, '/tickets', 1)
  const issueEight = await postsPerSecond(port, '/tickets', 8)
  const calls = await postsPerSecond(port, '/calls', 10)
  const few = latencyOf(await callsSeen(port, 10))
  const phones = await openPhones({ kind: 'room', port, count: PHONES })
  const many = latencyOf(await callsSeen(port, 50))
  await phones.close()
  await ended(server)
  return { issueOne, issueEight, calls, few, many, startMs }
}

async function callsSeen(port: number, restMs: number) {
  const wire = await openWire(port)
  const { boards, close } = await openBoards(5, port, '')
  const seen = await pushes({
    count: ROUNDS,
    boards,
    restMs,
    async act(index) {
      const { body } = await wire.post('/calls', { window: (index % 10) + 1 })
      return (JSON.parse(body) as { version: number }).version // our own program's answer
    },
  })
  wire.close()
  close()
  return seen
}

/** @returns the median of each figure over the repetitions. */
export function medianLimits(all: readonly Limits[]): Limits {
  const of = (pick: (limits: Limits) => number) => median(all.map(pick))
  const latency = (pick: (limits: Limits) => Latency): Latency => ({
    p50: of((each) => pick(each).p50),
    p99: of((each) => pick(each).p99),
  })
  return {
    commits: { perSecond: of((each) => each.commits.perSecond), p99: of((each) => each.commits.p99) },
    post: { one: of((each) => each.post.one), eight: of((each) => each.post.eight) },
    fanout: {
      few: latency((each) => each.fanout.few),
      many: latency((each) => each.fanout.many),
      manyLast: latency((each) => each.fanout.manyLast),
    },
    program: {
      issueOne: of((each) => each.program.issueOne),
      issueEight: of((each) => each.program.issueEight),
      calls: of((each) => each.program.calls),
      few: latency((each) => each.program.few),
      many: latency((each) => each.program.many),
      startMs: of((each) => each.program.startMs),
    },
  }
}
