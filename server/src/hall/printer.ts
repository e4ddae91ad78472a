import type { PrinterStatus } from '#shared/printing.ts'
import type { Printer } from '../domain/printing.ts'
import { askStatus, deliver, type Delivered, type Patience } from './delivery.ts'
import { openDevicePort, openNetworkPort, type Port } from './port.ts'

/** A job as a printer takes it. */
export type Order = {
  /** Draws it; null: it is not wanted any more. @throws when it can't be drawn. */
  readonly pieces: () => Promise<readonly Uint8Array[] | null>
  /** Writes down that it is being sent; false: it is not to be sent any more. */
  readonly begin: () => Promise<boolean>
  readonly end: (delivered: Delivered | BrokenOff) => Promise<void>
}

/** Something failed that is not the printer. Where `begin` failed no byte of the job has left. */
export type BrokenOff = { readonly kind: 'broken-off' }

/** One printer of the hall: its jobs one after the other, and between them a look at how it is. */
export type PrinterLine = {
  readonly status: () => PrinterStatus
  readonly print: (order: Order) => void
  /** Lets what is being printed end, but not for longer than a moment. */
  readonly close: () => Promise<void>
}

type Parts = {
  readonly printer: Printer
  readonly patience: Patience
  /** How often the printer is asked how it is. */
  readonly pollMs: number
  readonly onStatus: () => void
  readonly onFault: (error: unknown) => void
}

const CLOSING_MS = 4_000

export function openPrinter({ printer, patience, pollMs, onStatus, onFault }: Parts): PrinterLine {
  let status: PrinterStatus = { kind: 'unknown' }
  let waiting = 0
  let isClosing = false
  // The server before this one may have been killed in the middle of a job, and a line breaks there too.
  let mayHoldHalf = true
  // A printer has one line: whoever wants it stands behind the one before.
  let tail: Promise<void> = Promise.resolve()
  const isAsked = printer.answers && printer.connection.kind !== 'browser'
  const timer = isAsked ? setInterval(look, pollMs) : null
  if (isAsked) look()

  function inTurn(act: () => Promise<void>) {
    waiting += 1
    tail = tail
      .then(() => (isClosing ? undefined : act()))
      .catch(onFault)
      .finally(() => {
        waiting -= 1
      })
  }

  function look() {
    if (waiting === 0) inTurn(async () => become(await askHow()))
  }

  async function askHow(): Promise<PrinterStatus> {
    const port = await openPort(printer, patience)
    if (port === null) return { kind: 'trouble', trouble: 'unreachable' }
    try {
      return await askStatus({ port, patience })
    } finally {
      await port.close()
    }
  }

  function become(next: PrinterStatus) {
    if (JSON.stringify(next) === JSON.stringify(status)) return
    status = next
    onStatus()
  }

  async function carryOut({ pieces, begin, end }: Order) {
    let drawn: readonly Uint8Array[] | null
    try {
      drawn = await pieces()
    } catch (error) {
      onFault(error)
      return end({ kind: 'failed', failure: 'not-drawn' })
    }
    if (drawn === null) return end({ kind: 'failed', failure: 'too-late' })
    const port = await openPort(printer, patience)
    if (port === null) {
      become({ kind: 'trouble', trouble: 'unreachable' })
      return end({ kind: 'failed', failure: 'unreachable' })
    }
    try {
      const delivered = await deliver({ port, manners: printer, patience, mayHoldHalf }, drawn, begin).catch(
        brokenOff,
      )
      if (delivered.kind !== 'not-ours') mayHoldHalf = delivered.kind !== 'printed'
      await end(delivered)
    } finally {
      await port.close()
    }
    // The paper may just have come near its end.
    if (isAsked) become(await askHow())
  }

  function brokenOff(error: unknown): BrokenOff {
    onFault(error)
    return { kind: 'broken-off' }
  }

  return {
    status: () => status,
    print: (order) => inTurn(() => carryOut(order)),
    async close() {
      isClosing = true
      if (timer !== null) clearInterval(timer)
      await Promise.race([tail, new Promise<void>((resolve) => setTimeout(resolve, CLOSING_MS).unref())])
    },
  }
}

async function openPort({ connection }: Printer, { connectMs }: Patience): Promise<Port | null> {
  try {
    switch (connection.kind) {
      case 'network':
        return await openNetworkPort(connection, connectMs)
      case 'device':
        return await openDevicePort(connection.path)
      case 'browser':
        return null
    }
  } catch {
    return null // whatever the reason: nobody is there
  }
}
