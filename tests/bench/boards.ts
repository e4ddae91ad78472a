import { machineTime } from './phones.ts'

/** Boards that wait for a version: how long after a beginning the last of them had it. */
export type Boards = {
  readonly heard: (board: number, version: number) => void
  /** @returns when the last board had this version or a newer one, on the machine's clock, in milliseconds. */
  readonly allHave: (version: number) => Promise<number>
}

export function createBoards(count: number): Boards {
  const newest = Array.from({ length: count }, () => 0)
  let awaited: { version: number; resolve: (at: number) => void } | null = null
  const settle = () => {
    if (awaited === null || newest.some((version) => version < (awaited?.version ?? 0))) return
    const { resolve } = awaited
    awaited = null
    resolve(lastHeardAt)
  }
  let lastHeardAt = 0
  return {
    heard(board, version) {
      newest[board] = Math.max(newest[board] ?? 0, version)
      lastHeardAt = machineTime()
      settle()
    },
    allHave(version) {
      return new Promise((resolve) => {
        awaited = { version, resolve }
        settle()
      })
    },
  }
}
