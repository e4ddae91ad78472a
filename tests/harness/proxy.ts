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

type Line = { readonly ends: readonly [near: Socket, far: Socket]; said: string; isAnswered: boolean }

/** A port that let somebody wait in vain is passed over for so long, where there is another. Milliseconds. */
const PASSED_OVER_MS = 5_000
/** So much of what is said on a line is remembered. */
const REMEMBERED = 100_000

export async function startProxy(...ports: readonly number[]): Promise<Proxy> {
  const lines = new Set<Line>()
  let isHeld = false
  let atDoor: (() => void)[] = []
  let calls = 0
  const passedOverUntil = new Map<number, number>()

  const server = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
    near.on('error', () => near.destroy())
    if (isHeld) atDoor.push(() => void putThrough(near))
    else void putThrough(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  async function putThrough(near: Socket) {
    const answer = await firstThatAnswers()
    if (answer === null || near.destroyed) {
      answer?.far.destroy()
      near.destroy()
      return
    }
    const { far, port } = answer
    const line: Line = { ends: [near, far], said: '', isAnswered: false }
    lines.add(line)
    near.on('data', (bytes) => {
      if (line.said.length < REMEMBERED) line.said += bytes.toString('latin1')
    })
    far.once('data', () => {
      line.isAnswered = true
    })
    near.once('end', () => {
      if (line.said !== '' && !line.isAnswered) passedOverUntil.set(port, performance.now() + PASSED_OVER_MS)
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

  /** Tries each port once, beginning with the next one; those that are passed over come last. */
  async function firstThatAnswers(): Promise<{ readonly far: Socket; readonly port: number } | null> {
    calls += 1
    const inTurn = ports.map((_, index) => ports[(calls + index) % ports.length] ?? 0)
    const isPassedOver = (port: number) => Number((passedOverUntil.get(port) ?? 0) > performance.now())
    for (const port of inTurn.toSorted((a, b) => isPassedOver(a) - isPassedOver(b))) {
      const far = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
      const isThere = await once(far, 'connect').then(
        () => true,
        () => false,
      )
      if (isThere) return { far, port }
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
