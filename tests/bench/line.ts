import { WebSocket } from 'ws'

/**
 * A socket.io line spoken by hand over a bare WebSocket: a watching screen that costs the load generator next to
 * nothing. Views are not parsed; the number is read from where it stands.
 */

export type Line = { readonly close: () => void }

type Watching = {
  readonly port: number
  readonly office: string
  readonly views: readonly string[]
  readonly cookie?: string | undefined
  /** Told of each view: its number. */
  readonly onView: (version: number) => void
}

// Engine.io's and socket.io's packet types as they stand before a packet's JSON.
const OPEN = '0'
const PING = '2'
const PONG = '3'
const CONNECT = '40'
const EVENT = '42'

/** @returns once the first of each view has come. */
export function openLine({ port, office, views, cookie, onView }: Watching): Promise<Line> {
  return new Promise((resolve, reject) => {
    const headers = cookie === undefined ? {} : { cookie }
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
      headers,
      perMessageDeflate: false,
      skipUTF8Validation: true,
    })
    let awaited = views.length
    socket.on('error', reject)
    socket.on('close', () => reject(new Error(`the line of ${views.join(', ')} was closed`)))
    socket.on('message', (data) => {
      const text = String(data)
      if (text === PING) return socket.send(PONG)
      if (text.startsWith(OPEN)) return socket.send(CONNECT)
      if (text.startsWith(CONNECT)) {
        views.forEach((view, index) =>
          socket.send(`${EVENT}${index}${JSON.stringify(['watch', { office, view }])}`),
        )
        return undefined
      }
      if (!text.startsWith(`${EVENT}["view"`)) return undefined
      const at = text.indexOf('"version":') + '"version":'.length
      onView(Number.parseInt(text.slice(at, at + 12), 10))
      awaited -= 1
      if (awaited === 0) resolve({ close: () => socket.terminate() })
      return undefined
    })
  })
}
