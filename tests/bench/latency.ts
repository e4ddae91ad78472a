import { createBoards, type Boards } from './boards.ts'
import { pause, percentile } from './figures.ts'
import { openLine } from './line.ts'
import { machineTime, openBare, type PhonesReport } from './phones.ts'

export type Latency = { readonly p50: number; readonly p99: number }

/** One measured push: when its request was written, the version it made, when the last board had it. */
export type Push = { readonly version: number; readonly began: number; readonly seen: number }

export function latencyOf(pushes: readonly Push[]): Latency {
  const each = pushes.map(({ began, seen }) => seen - began)
  return { p50: percentile(each, 50), p99: percentile(each, 99) }
}

/** How long after its request the last phone knew, for each push that phones were told of. */
export function phoneLatencyOf(pushes: readonly Push[], { lastAt }: PhonesReport): Latency {
  const each = pushes.flatMap(({ version, began }) => {
    const known = lastAt.find(([heard]) => heard === version)
    return known === undefined ? [] : [known[1] - began]
  })
  return { p50: percentile(each, 50), p99: percentile(each, 99) }
}

export async function openBoards(
  count: number,
  port: number,
  office: string,
): Promise<{ readonly boards: Boards; readonly close: () => void }> {
  const boards = createBoards(count)
  const open = (_: unknown, board: number) =>
    openLine({ port, office, views: ['hall'], onView: (version) => boards.heard(board, version) })
  const lines = await Promise.all(Array.from({ length: count }, open))
  return { boards, close: () => lines.forEach((line) => line.close()) }
}

type Round = {
  readonly count: number
  readonly boards: Boards
  /** The longest rest between two rounds, in milliseconds: they come at uneven times, as in a hall. */
  readonly restMs: number
  /** What is timed. @returns the version that it made. */
  readonly act: (index: number) => Promise<number>
  /** What must happen between, untimed. */
  readonly between?: (index: number) => Promise<unknown>
}

export async function pushes({ count, boards, restMs, act, between }: Round): Promise<readonly Push[]> {
  const seen: Push[] = []
  for (let index = 0; index < count; index += 1) {
    await pause(2 + Math.random() * restMs)
    await between?.(index)
    await pause(2 + Math.random() * restMs)
    const began = machineTime()
    const version = await act(index)
    seen.push({ version, began, seen: await boards.allHave(version) })
  }
  return seen
}

/** The same over a bare socket: from one client's message until the last board has it. */
export async function barePushes(port: number, count: number, restMs: number): Promise<readonly Push[]> {
  const boards = createBoards(5)
  const sockets = await Promise.all(
    Array.from({ length: 5 }, (_, board) => openBare(port, (version) => boards.heard(board, version))),
  )
  const measured = await pushes({
    count,
    boards,
    restMs,
    async act(index) {
      sockets[0]?.send(String(index + 1))
      return index + 1
    },
  })
  for (const socket of sockets) socket.terminate()
  return measured
}
