import { setPriority } from 'node:os'
import { openLine } from './line.ts'
import { WebSocket } from 'ws'

/**
 * A thousand watching phones in a process of their own. They bring their own processors in real life; here they
 * stand back behind the server and the boards.
 */

export type PhonesWanted =
  | {
      readonly kind: 'tickets'
      readonly port: number
      readonly office: string
      readonly codes: readonly string[]
    }
  | { readonly kind: 'room'; readonly port: number; readonly count: number }
  | { readonly kind: 'bare'; readonly port: number; readonly count: number }
export type PhonesReport = {
  /** When the last phone heard of each version, on the machine's monotonic clock, in milliseconds. */
  readonly lastAt: readonly (readonly [version: number, at: number, heard: number])[]
}

const OPENED_AT_ONCE = 50

/** @returns the time of the machine's monotonic clock, the same in every process, in milliseconds. */
export function machineTime(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

const heard = new Map<number, { at: number; count: number }>()

function hear(version: number) {
  heard.set(version, { at: machineTime(), count: (heard.get(version)?.count ?? 0) + 1 })
}

function openers(wanted: PhonesWanted): readonly (() => Promise<unknown>)[] {
  const { port } = wanted
  switch (wanted.kind) {
    case 'tickets':
      return wanted.codes.map(
        (code) => () => openLine({ port, office: wanted.office, views: [`ticket/${code}`], onView: hear }),
      )
    case 'room':
      return Array.from(
        { length: wanted.count },
        () => () => openLine({ port, office: '', views: ['hall'], onView: hear }),
      )
    case 'bare':
      return Array.from({ length: wanted.count }, () => () => openBare(port, hear))
  }
}

/** A client of the bare fan-out: no protocol but the socket. */
export function openBare(port: number, onView: (version: number) => void): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, {
      perMessageDeflate: false,
      skipUTF8Validation: true,
    })
    socket.on('message', (data) => {
      const text = String(data)
      const at = text.indexOf('"version":') + '"version":'.length
      onView(Number.parseInt(text.slice(at, at + 12), 10))
    })
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
  })
}

if (import.meta.main) {
  setPriority(10)
  process.on('message', async (message: PhonesWanted | 'report') => {
    if (message === 'report') {
      const lastAt = Array.from(heard, ([version, { at, count }]) => [version, at, count] as const)
      process.send?.({ lastAt } satisfies PhonesReport)
      return
    }
    const all = openers(message)
    for (let index = 0; index < all.length; index += OPENED_AT_ONCE) {
      await Promise.all(all.slice(index, index + OPENED_AT_ONCE).map((open) => open()))
    }
    heard.clear()
    process.send?.('ready')
  })
  process.on('disconnect', () => process.exit(0))
}
