import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { limit } from './limit.ts'

/** A line to a printer: bytes there, bytes back. */
export type Port = {
  /**
   * Resolves when the printer has taken the bytes.
   * @throws PortBroken when it does not take them in time, or hangs up.
   */
  readonly write: (bytes: Uint8Array, withinMs: number) => Promise<void>
  /** Hears each byte that comes back. One listener at a time. */
  readonly listen: (hear: (byte: number) => void) => void
  readonly isOpen: () => boolean
  readonly close: () => Promise<void>
}

/** The printer takes nothing any more: it hung up, or stands still. */
export class PortBroken extends Error {
  readonly how: 'hung-up' | 'stands-still'
  constructor(how: 'hung-up' | 'stands-still') {
    super(`the printer ${how === 'hung-up' ? 'hung up' : 'stands still'}`)
    this.how = how
  }
}

/** @throws when nobody answers there in time. */
export async function openNetworkPort(
  { host, port }: { readonly host: string; readonly port: number },
  withinMs: number,
): Promise<Port> {
  const socket = connect({ host, port, noDelay: true })
  let hear: (byte: number) => void = () => {}
  const closed = new Set<() => void>()
  socket.on('error', () => socket.destroy()) // told by 'close', which follows
  socket.on('close', () => {
    for (const each of closed) each()
  })
  socket.on('data', (bytes: Buffer) => {
    for (const byte of bytes) hear(byte)
  })
  await new Promise<void>((resolve, reject) => {
    const { letGo } = limit(withinMs, () => fail())
    const fail = () => {
      letGo()
      socket.destroy()
      reject(new PortBroken('hung-up'))
    }
    closed.add(fail)
    socket.once('connect', () => {
      letGo()
      closed.delete(fail)
      resolve()
    })
  })

  return {
    write: (bytes, within) =>
      new Promise((resolve, reject) => {
        const { letGo } = limit(within, () => settle(new PortBroken('stands-still')))
        const hungUp = () => settle(new PortBroken('hung-up'))
        const settle = (problem: PortBroken | null) => {
          letGo()
          closed.delete(hungUp)
          if (problem === null) resolve()
          else reject(problem)
        }
        if (socket.destroyed) return settle(new PortBroken('hung-up'))
        closed.add(hungUp)
        socket.write(bytes, (error) => settle(error ? new PortBroken('hung-up') : null))
      }),
    listen(listener) {
      hear = listener
    },
    isOpen: () => !socket.destroyed,
    async close() {
      socket.end()
      if (socket.destroyed) return
      await Promise.race([new Promise<void>((resolve) => socket.once('close', () => resolve())), pause(300)])
      socket.destroy()
    },
  }
}

/** How often a device file is looked at for what it says, and for whether it takes more. */
const LOOK_MS = 30

/**
 * A printer's device file, e.g. /dev/usb/lp0. Opened without blocking: a printer that is off must not hold a thread.
 * @throws when it is not there.
 */
export async function openDevicePort(path: string): Promise<Port> {
  const { file, isReadable } = await openDevice(path)
  let hear: (byte: number) => void = () => {}
  let isOpen = true
  const reading = isReadable ? read() : Promise.resolve()

  async function read() {
    const buffer = Buffer.alloc(64)
    while (isOpen) {
      const count = await tried(() =>
        file.read(buffer, 0, buffer.length, null).then(({ bytesRead }) => bytesRead),
      )
      if (!isOpen) return
      for (const byte of buffer.subarray(0, count)) hear(byte)
      if (count === 0) await pause(LOOK_MS)
    }
  }

  return {
    async write(bytes, within) {
      const until = performance.now() + within
      for (let sent = 0; sent < bytes.length;) {
        const written = await tried(() => file.write(bytes, sent).then(({ bytesWritten }) => bytesWritten))
        sent += written
        if (written > 0) continue
        if (performance.now() > until) throw new PortBroken('stands-still')
        await pause(LOOK_MS)
      }
    },
    listen(listener) {
      hear = listener
    },
    isOpen: () => isOpen,
    async close() {
      isOpen = false
      await reading
      await file.close()
    },
  }
}

async function openDevice(
  path: string,
): Promise<{ readonly file: FileHandle; readonly isReadable: boolean }> {
  const { O_RDWR, O_WRONLY, O_NONBLOCK, O_NOCTTY } = constants
  try {
    return { file: await open(path, O_RDWR | O_NONBLOCK | O_NOCTTY), isReadable: true }
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENODEV') throw error
    return { file: await open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY), isReadable: false }
  }
}

/** @returns how many bytes went; 0 when the device can't take or give any now. @throws PortBroken when it is gone. */
async function tried(act: () => Promise<number>): Promise<number> {
  try {
    return await act()
  } catch (error) {
    if (codeOf(error) === 'EAGAIN' || codeOf(error) === 'EWOULDBLOCK') return 0
    throw new PortBroken('hung-up')
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null
}
