import { connect, type Socket } from 'node:net'

/**
 * One kept-alive connection, one request at a time: as little of a client as HTTP allows, because the load generator
 * shares two cores with the server it measures.
 */

export type Reply = { readonly status: number; readonly head: string; readonly body: string }

export type Wire = {
  /** Whether the server has let it go: one that nobody used for a while is. */
  readonly isClosed: () => boolean
  readonly post: (path: string, body: object, headers?: string) => Promise<Reply>
  readonly get: (path: string, headers?: string) => Promise<Reply>
  readonly close: () => void
}

const END_OF_HEAD = '\r\n\r\n'

/** @param always headers of every request, each line ended by CRLF. */
export async function openWire(port: number, always = ''): Promise<Wire> {
  const socket = await connected(port)
  socket.setNoDelay(true)
  let pending: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | null = null
  let received = Buffer.alloc(0)

  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const reply = replyIn(received)
    if (reply === null || pending === null) return
    received = Buffer.alloc(0)
    const { resolve } = pending
    pending = null
    resolve(reply)
  })
  const broken = (error?: Error) => pending?.reject(error ?? new Error('the server closed the connection'))
  socket.on('error', broken)
  socket.on('close', () => broken())

  function send(request: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      pending = { resolve, reject }
      socket.write(request)
    })
  }

  return {
    isClosed: () => socket.destroyed || socket.readyState !== 'open',
    post(path, body, headers = '') {
      const text = JSON.stringify(body)
      const length = Buffer.byteLength(text)
      return send(
        `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${always}${headers}\r\n${text}`,
      )
    },
    get: (path, headers = '') => send(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n${always}${headers}\r\n`),
    close() {
      pending = null
      socket.destroy()
    },
  }
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
  })
}

/** @returns the reply, once it is whole. The servers measured here always say how long it is. */
function replyIn(received: Buffer): Reply | null {
  const end = received.indexOf(END_OF_HEAD)
  if (end < 0) return null
  const head = received.toString('latin1', 0, end)
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
  const start = end + END_OF_HEAD.length
  if (received.length < start + length) return null
  return { status: Number(head.slice(9, 12)), head, body: received.toString('utf8', start, start + length) }
}
