import { createServer, type AddressInfo, type Socket } from 'node:net'
import { blank, type Bitmap } from '../hall/bitmap.ts'

/**
 * A thermal printer on a real port, for training and tests: it understands what ESC/POS printers understand, keeps the
 * dots of each sheet, answers status requests, and has every trouble that a printer has.
 */
export type TrainingPrinter = {
  readonly port: number
  /** What was printed and cut off, oldest first. */
  readonly sheets: readonly Sheet[]
  readonly set: (state: Partial<PrinterState>) => void
  /** A new roll, or what is left of one. */
  readonly load: (rows: number) => void
  /** Stands still: takes nothing more, answers nothing, until it is woken. */
  readonly hang: () => void
  readonly wake: () => void
  /** Its plug is pulled when it has taken so many bytes more; `appear` plugs it in again, its memory empty. */
  readonly vanishAfter: (bytes: number) => void
  readonly appear: () => Promise<void>
  /** How many bytes it was sent, all in all. */
  readonly received: () => number
  /** How often a caller went on after another had spoken: a printer has one line, and two at a time spoil the paper. */
  readonly crossTalk: () => number
  readonly close: () => Promise<void>
}

export type PrinterState = {
  readonly paper: 'plenty' | 'low' | 'out'
  readonly cover: 'closed' | 'open'
  readonly error: boolean
  /** A cheap one: prints, and answers no status request. */
  readonly silent: boolean
  /** A cheap one: answers status requests, and not „done“ (GS r). */
  readonly unconfirming: boolean
}

/** A sheet: its dots, and what was written in the printer's own letters. */
export type Sheet = { readonly bitmap: Bitmap; readonly text: string; readonly codePage: number | null }

type Options = {
  readonly width?: number
  readonly port?: number
  readonly onSheet?: (sheet: Sheet) => void
  /** What the printer's own code page is, for reading its letters. */
  readonly encoding?: string
}

const ESC = 0x1b
const GS = 0x1d
const DLE = 0x10
const FULL_ROLL = 100_000
const TEXT_ROWS = 24

export async function plugInPrinter({
  width = 576,
  port: fixedPort = 0,
  onSheet = () => {},
  encoding = 'windows-1251',
}: Options = {}): Promise<TrainingPrinter> {
  let state: PrinterState = {
    paper: 'plenty',
    cover: 'closed',
    error: false,
    silent: false,
    unconfirming: false,
  }
  let rowsLeft = FULL_ROLL
  let buffer: Buffer = Buffer.alloc(0)
  let tail: Buffer = Buffer.alloc(0) // the beginning of a real-time order whose end has not come yet
  let isHanging = false
  let vanishIn = Infinity
  let received = 0
  let crossTalk = 0
  let lastToSpeak: Socket | null = null
  const sheets: Sheet[] = []
  const lines = new Set<Socket>()
  let page = freshPage()

  function freshPage() {
    return { rows: [] as Uint8Array[], text: [] as number[], codePage: null as number | null }
  }

  const server = createServer({ noDelay: true }, (socket) => {
    lines.add(socket)
    let hasSpoken = false
    socket.on('error', () => socket.destroy())
    socket.on('close', () => lines.delete(socket))
    socket.on('data', (bytes: Buffer) => {
      received += bytes.length
      if (hasSpoken && lastToSpeak !== socket) crossTalk += 1
      hasSpoken = true
      lastToSpeak = socket
      if (received >= vanishIn) {
        take(socket, bytes.subarray(0, bytes.length - (received - vanishIn)))
        return unplug()
      }
      take(socket, bytes)
    })
    if (isHanging) socket.pause()
  })

  function unplug() {
    for (const line of lines) line.destroy()
    server.close()
  }

  /** Orders in real time are carried out as they come, also by a printer that can't print; the rest waits its turn. */
  function take(socket: Socket, bytes: Buffer) {
    const all = Buffer.concat([tail, bytes])
    const kept: number[] = []
    let index = 0
    while (index < all.length) {
      if (all[index] === DLE) {
        const length = realTimeLength(all, index)
        if (length === null) break // its end is still to come
        if (length > 0) {
          carryOutNow(socket, all.subarray(index, index + length))
          if (all[index + 1] === 0x14) kept.length = 0
          index += length
          continue
        }
      }
      kept.push(all[index] ?? 0)
      index += 1
    }
    tail = all.subarray(index)
    buffer = Buffer.concat([buffer, Buffer.from(kept)])
    goOn(socket)
  }

  /** @returns its length; 0 when it is none; null when that can't be told yet. */
  function realTimeLength(all: Buffer, index: number): number | null {
    const next = all[index + 1]
    if (next === undefined) return null
    if (next === 0x04) return index + 3 > all.length ? null : 3
    if (next === 0x14 && all[index + 2] === 0x08) return index + 10 > all.length ? null : 10
    return 0
  }

  function carryOutNow(socket: Socket, order: Buffer) {
    if (order[1] === 0x14) {
      buffer = Buffer.alloc(0)
      page = freshPage()
      return
    }
    if (!state.silent) socket.write(Buffer.from([statusByte(order[2] ?? 1)]))
  }

  function statusByte(which: number): number {
    const { paper, cover, error } = state
    const isOffline = paper === 'out' || cover === 'open' || error
    switch (which) {
      case 1:
        return 0x12 | (isOffline ? 0x08 : 0)
      case 2:
        return 0x12 | (cover === 'open' ? 0x04 : 0) | (paper === 'out' ? 0x20 : 0) | (error ? 0x40 : 0)
      case 3:
        return 0x12 | (error ? 0x20 : 0)
      default:
        return 0x12 | (paper === 'plenty' ? 0 : 0x0c) | (paper === 'out' ? 0x60 : 0)
    }
  }

  /** Carries out what waits, until there is nothing whole left, or nothing to print on. */
  function goOn(socket: Socket | null) {
    while (state.paper !== 'out' && state.cover === 'closed' && !state.error) {
      const length = carryOut(buffer, socket)
      if (length === 0) return
      buffer = buffer.subarray(length)
    }
  }

  /** @returns how many bytes the first order has; 0: it is not whole yet, or has not come to its end. */
  function carryOut(all: Buffer, socket: Socket | null): number {
    const [first, second, third = 0] = all
    if (first === undefined) return 0
    if (first === ESC && second === 0x40) {
      return 2
    }
    if (first === ESC && second === 0x64) {
      feed(third * TEXT_ROWS)
      cut()
      return 3
    }
    if (first === ESC && (second === 0x61 || second === 0x45)) return all.length < 3 ? 0 : 3
    if (first === ESC && second === 0x74) {
      page.codePage = third
      return all.length < 3 ? 0 : 3
    }
    if (first === GS && second === 0x76) return rasterBand(all)
    if (first === GS && second === 0x56) {
      if (all.length < 4) return 0
      cut()
      return 4
    }
    if (first === GS && second === 0x72) {
      if (all.length < 3) return 0
      if (!state.silent && !state.unconfirming)
        socket?.write(Buffer.from([state.paper === 'low' ? 0x03 : 0x00]))
      return 3
    }
    if (first === GS && second === 0x28) return all.length < 5 ? 0 : 5 + (all[3] ?? 0) + ((all[4] ?? 0) << 8)
    if (first === GS && (second === 0x21 || second === 0x42)) return all.length < 3 ? 0 : 3
    if ((first === GS || first === ESC) && second === undefined) return 0
    page.text.push(first)
    return 1
  }

  function rasterBand(all: Buffer): number {
    if (all.length < 8) return 0
    const stride = (all[4] ?? 0) | ((all[5] ?? 0) << 8)
    const rows = (all[6] ?? 0) | ((all[7] ?? 0) << 8)
    const whole = 8 + stride * rows
    if (all.length < whole) return 0
    for (let row = 0; row < rows; row += 1) {
      const line = new Uint8Array(width / 8)
      line.set(all.subarray(8 + row * stride, 8 + row * stride + Math.min(stride, width / 8)))
      page.rows.push(line)
      feed(1)
      if (state.paper === 'out') return whole // torn in the middle: the rest of the band is lost
    }
    return whole
  }

  function feed(rows: number) {
    rowsLeft -= rows
    if (rowsLeft <= 0) state = { ...state, paper: 'out' }
  }

  function cut() {
    const bitmap = blank(width, page.rows.length)
    page.rows.forEach((row, index) => bitmap.rows.set(row, index * (width / 8)))
    const text = new TextDecoder(encoding).decode(Uint8Array.from(page.text))
    const sheet = { bitmap, text, codePage: page.codePage }
    page = freshPage()
    sheets.push(sheet)
    onSheet(sheet)
  }

  function listen(on: number): Promise<void> {
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(on, '127.0.0.1', () => {
        server.off('error', reject)
        resolve()
      })
    })
  }

  await listen(fixedPort)
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    port,
    sheets,
    set(change) {
      state = { ...state, ...change }
      if (change.paper === 'plenty' || change.paper === 'low') rowsLeft = FULL_ROLL
      goOn(null)
    },
    load(rows) {
      rowsLeft = rows
      state = { ...state, paper: rows > 0 ? 'plenty' : 'out' }
      goOn(null)
    },
    hang() {
      isHanging = true
      for (const line of lines) line.pause()
    },
    wake() {
      isHanging = false
      for (const line of lines) line.resume()
    },
    vanishAfter(bytes) {
      vanishIn = received + bytes
    },
    async appear() {
      vanishIn = Infinity
      buffer = Buffer.alloc(0)
      tail = Buffer.alloc(0)
      page = freshPage()
      await listen(port)
    },
    received: () => received,
    crossTalk: () => crossTalk,
    async close() {
      for (const line of lines) line.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
