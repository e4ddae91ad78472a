import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'

/**
 * A line that can be troubled: between a node and its database, or between people and their nodes. Of several ports behind
 * it each new caller gets the next one that takes the call, as a balancer without sticky sessions has it.
 */
export type Proxy = {
  readonly port: number
  /**
   * Lets nothing through, in neither direction, and tells nobody: as a network that is parted. What is sent meanwhile
   * arrives when it is let go.
   * @param which the lines meant, by what has been said on them; without it all, and those to come.
   */
  readonly hold: (which?: (said: string) => boolean) => void
  readonly letGo: () => void
  readonly close: () => Promise<void>
}

type Line = { readonly ends: readonly [near: Socket, far: Socket]; said: string }

/** So much of what is said on a line is remembered. */
const REMEMBERED = 100_000

export async function startProxy(...ports: readonly number[]): Promise<Proxy> {
  const lines = new Set<Line>()
  let isHeld = false
  let atDoor: (() => void)[] = []
  let calls = 0

  const server = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
    near.on('error', () => near.destroy())
    if (isHeld) atDoor.push(() => void putThrough(near))
    else void putThrough(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  async function putThrough(near: Socket) {
    const far = await firstThatAnswers()
    if (far === null || near.destroyed) {
      far?.destroy()
      near.destroy()
      return
    }
    const line: Line = { ends: [near, far], said: '' }
    lines.add(line)
    near.on('data', (bytes) => {
      if (line.said.length < REMEMBERED) line.said += bytes.toString('latin1')
    })
    for (const [from, to] of [line.ends, line.ends.toReversed()] as [Socket, Socket][]) {
      from.pipe(to)
      from.on('error', () => from.destroy())
      from.on('close', () => {
        lines.delete(line)
        to.destroy()
      })
    }
    if (isHeld) stop(line)
  }

  /** Tries each port once, beginning with the next one. */
  async function firstThatAnswers(): Promise<Socket | null> {
    calls += 1
    for (let tried = 0; tried < ports.length; tried += 1) {
      const socket = connect({
        port: ports[(calls + tried) % ports.length] ?? 0,
        host: '127.0.0.1',
        noDelay: true,
        allowHalfOpen: true,
      })
      const isThere = await once(socket, 'connect').then(
        () => true,
        () => false,
      )
      if (isThere) return socket
    }
    return null
  }

  return {
    port: (server.address() as AddressInfo).port, // it listens on a port
    hold(which) {
      isHeld = which === undefined
      for (const line of lines) if (which === undefined || which(line.said)) stop(line)
    },
    letGo() {
      isHeld = false
      for (const { ends } of lines) for (const end of ends) end.resume()
      for (const enter of atDoor) enter()
      atDoor = []
    },
    async close() {
      for (const { ends } of lines) for (const end of ends) end.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function stop({ ends }: Line): void {
  for (const end of ends) end.pause()
}
