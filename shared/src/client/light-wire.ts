import type { Wire } from './live.ts'

/**
 * The wire of a phone and of a kiosk: the server's own protocol (Socket.IO 5 over Engine.IO 4, websocket only) in as much of
 * it as one ticket needs. The library that the other screens use weighs as much as the whole rest of the phone's page.
 *
 * A packet is a text: Engine.IO's type (0 open, 1 close, 2 ping, 3 pong, 4 message), in a message Socket.IO's
 * (0 connect, 1 disconnect, 2 event, 3 answer), the answer's number where there is one, and JSON.
 */
type Handlers = {
  readonly [event: string]: ((argument: never) => void)[]
}

const RETRY_MS = 200
const RETRY_MOST_MS = 1_000
/** Four ways there and back on a slow line before the first word. */
const PATIENCE_MS = 10_000

type Options = {
  /** A device's token, if this is one's wire. */
  readonly token?: string
  /** So long a line may take to come about. */
  readonly patienceMs?: number
}

export function lightWire({ token, patienceMs = PATIENCE_MS }: Options = {}): Wire {
  const greeting = token === undefined ? '40' : `40${JSON.stringify({ token })}`
  const handlers: Handlers = { connect: [], disconnect: [], beat: [], view: [] }
  const answers = new Map<number, (answer: never) => void>()
  let socket: WebSocket | null = null
  let isConnected = false
  let tries = 0
  let numbered = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const wire: Wire = {
    get connected() {
      return isConnected
    },
    on(event: string, listener: (argument: never) => void) {
      handlers[event]?.push(listener)
      return wire
    },
    emit(event: string, body: object, answer: (argument: never) => void) {
      if (socket === null || !isConnected) return
      numbered += 1
      answers.set(numbered, answer)
      socket.send(`42${numbered}${JSON.stringify([event, body])}`)
    },
    connect() {
      clearTimeout(timer)
      if (socket === null) open()
      return wire
    },
    disconnect() {
      clearTimeout(timer)
      gone('io client disconnect')
      return wire
    },
  }
  // A phone that wakes, or finds its network again, does not wait for the next try.
  addEventListener('online', wire.connect)
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) wire.connect()
  })
  // After whoever calls has said what is to be heard.
  timer = setTimeout(open)
  return wire

  function open() {
    const fresh = new WebSocket(socketAddress())
    socket = fresh
    const own = (act: () => void) => () => {
      if (socket === fresh) act()
    }
    const lost = own(() => {
      gone('transport close')
      again()
    })
    clearTimeout(timer)
    timer = setTimeout(lost, patienceMs)
    fresh.addEventListener('close', lost)
    fresh.addEventListener('message', ({ data }) => own(() => heard(String(data)))())
  }

  function heard(packet: string) {
    if (packet === '2') return socket?.send('3')
    if (packet.startsWith('0')) return socket?.send(greeting)
    const message = packet.slice(2)
    switch (packet.slice(0, 2)) {
      case '40':
        clearTimeout(timer)
        tries = 0
        isConnected = true
        return tell('connect')
      case '41':
        gone('transport close')
        return again()
      case '42': {
        const [event, argument] = JSON.parse(message) as [string, never] // the server's own messages (protocol.ts)
        return tell(event, argument)
      }
      case '43': {
        const [, id = '', json = '[]'] = /^(\d+)(.*)$/s.exec(message) ?? []
        const answer = answers.get(Number(id))
        answers.delete(Number(id))
        const [argument] = JSON.parse(json) as [never] // the same
        return answer?.(argument)
      }
      default:
        return undefined
    }
  }

  function gone(reason: string) {
    const old = socket
    const wasConnected = isConnected
    socket = null
    isConnected = false
    answers.clear()
    old?.close()
    if (wasConnected) tell('disconnect', reason)
  }

  function again() {
    clearTimeout(timer)
    const most = Math.min(RETRY_MOST_MS, RETRY_MS * 2 ** tries)
    tries += 1
    // Not all phones of a hall at the same instant.
    timer = setTimeout(open, most * (0.5 + Math.random() / 2))
  }

  function tell(event: string, argument?: unknown) {
    for (const handler of handlers[event] ?? []) handler(argument as never) // each event has its own (Wire)
  }
}

function socketAddress(): string {
  return `${location.origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`
}
