import { setTimeout as pause } from 'node:timers/promises'
import type { PrinterStatus, PrintFailure, Trouble } from '#shared/printing.ts'
import { ASK_STATUS, ASK_WHEN_DONE, CLEAR, isDoneByte, isStatusByte, readStatus } from './escpos.ts'
import { limit } from './limit.ts'
import { PortBroken, type Port } from './port.ts'

/** How long a printer may take: it stands beside a person who waits for a ticket. */
export type Patience = {
  readonly connectMs: number
  /** For an answer to a status request. */
  readonly answerMs: number
  /** Without a byte taken. */
  readonly stallMs: number
  /** From the last byte to „done“. */
  readonly finishMs: number
}

export const PATIENCE: Patience = { connectMs: 2_000, answerMs: 1_000, stallMs: 4_000, finishMs: 8_000 }

/** What the printer can do beside printing. */
export type Manners = { readonly answers: boolean; readonly confirms: boolean }

export type Delivered =
  | { readonly kind: 'printed' }
  | { readonly kind: 'failed'; readonly failure: PrintFailure }
  /** Somebody else has it: `begin` said no. */
  | { readonly kind: 'not-ours' }

type Parts = {
  readonly port: Port
  readonly manners: Manners
  readonly patience: Patience
  /** The printer may still hold half of a job: it is told to forget that before this one. */
  readonly mayHoldHalf: boolean
}

/** The status of a printer, asked on an open line. */
export async function askStatus({
  port,
  patience,
}: Pick<Parts, 'port' | 'patience'>): Promise<PrinterStatus> {
  const silent: PrinterStatus = { kind: 'trouble', trouble: 'no-answer' }
  const answers: number[] = []
  port.listen((byte) => {
    if (isStatusByte(byte)) answers.push(byte)
  })
  try {
    await port.write(ASK_STATUS, patience.answerMs)
  } catch (error) {
    if (error instanceof PortBroken) return silent
    throw error
  }
  const isAnswered = await until(() => answers.length >= 4 || !port.isOpen(), patience.answerMs)
  return isAnswered && answers.length >= 4 ? readStatus(answers) : silent
}

/** So many pieces of a job go out between two looks at the printer. */
const PIECES_BETWEEN_LOOKS = 8

/**
 * Brings one job to the printer, and waits until it says that it has printed it.
 * @param begin writes down that the job is being sent, before its first byte leaves; false: it is not ours to send.
 */
export async function deliver(
  { port, manners, patience, mayHoldHalf }: Parts,
  pieces: readonly Uint8Array[],
  begin: () => Promise<boolean>,
): Promise<Delivered> {
  try {
    const before = await trouble()
    if (before !== null) return failed(before)
    if (mayHoldHalf && manners.answers) await port.write(CLEAR, patience.answerMs)
    if (!(await begin())) return { kind: 'not-ours' }
    for (const [index, piece] of pieces.entries()) {
      await port.write(piece, patience.stallMs)
      if (index % PIECES_BETWEEN_LOOKS !== PIECES_BETWEEN_LOOKS - 1) continue
      const meanwhile = await trouble()
      if (meanwhile !== null) return await giveUp(meanwhile)
    }
    return await finish()
  } catch (error) {
    if (!(error instanceof PortBroken)) throw error
    if (error.how === 'hung-up') return failed('connection-lost')
    return giveUp('no-answer')
  }

  async function trouble(): Promise<Trouble | null> {
    if (!manners.answers) return null
    const status = await askStatus({ port, patience })
    if (!port.isOpen()) throw new PortBroken('hung-up')
    return status.kind === 'trouble' ? status.trouble : null
  }

  async function finish(): Promise<Delivered> {
    if (!manners.answers) return { kind: 'printed' } // all that such a printer lets anyone know
    if (manners.confirms) await port.write(ASK_WHEN_DONE, patience.stallMs)
    const { isOver, letGo } = limit(patience.finishMs)
    try {
      return await watchUntil(isOver)
    } finally {
      letGo()
    }
  }

  async function watchUntil(isOver: () => boolean): Promise<Delivered> {
    let isDone = !manners.confirms
    while (!isOver()) {
      // Heard between the looks: a printer that has come to the end of the job says so in its turn.
      port.listen((byte) => {
        if (isDoneByte(byte)) isDone = true
      })
      await until(() => isDone || !port.isOpen(), LOOK_MS)
      if (isDone && manners.confirms) return { kind: 'printed' }
      if (!port.isOpen()) return failed('connection-lost')
      const status = await watchedStatus(() => (isDone = true))
      if (status.kind === 'trouble' && status.trouble !== 'no-answer') return giveUp(status.trouble)
      if (isDone && status.kind === 'ready') return { kind: 'printed' }
    }
    return giveUp('no-answer')
  }

  /** Asks for the status, and still hears a „done“ that comes between the answers. */
  async function watchedStatus(done: () => void): Promise<PrinterStatus> {
    const answers: number[] = []
    port.listen((byte) => {
      if (isStatusByte(byte)) answers.push(byte)
      else if (isDoneByte(byte)) done()
    })
    await port.write(ASK_STATUS, patience.stallMs)
    await until(() => answers.length >= 4 || !port.isOpen(), patience.answerMs)
    return answers.length >= 4 ? readStatus(answers) : { kind: 'trouble', trouble: 'no-answer' }
  }

  /** What the printer still holds of this job must not come out in front of the next one. */
  async function giveUp(failure: PrintFailure): Promise<Delivered> {
    await port.write(CLEAR, patience.answerMs).catch(() => {}) // it may be past taking anything
    return failed(failure)
  }
}

const LOOK_MS = 250

function failed(failure: PrintFailure): Delivered {
  return { kind: 'failed', failure }
}

/** @returns whether it became so in time. */
async function until(is: () => boolean, withinMs: number): Promise<boolean> {
  const { isOver, letGo } = limit(withinMs)
  while (!is() && !isOver()) await pause(5)
  letGo()
  return is()
}
