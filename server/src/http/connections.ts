import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Lets a closing server go as soon as its last answer is out. Node by itself waits for connections on which nothing was
 * ever asked (a browser opens some in advance), up to its header timeout of a minute, and for sockets whose other end
 * does not say goodbye.
 * @returns what is called when the server closes: it cuts every connection, at once or after the answer under way.
 */
export function connectionsOf(server: Server): { readonly letGo: () => void } {
  const underWay = new Map<Socket, number>()
  let isClosing = false

  server.on('connection', (socket) => {
    if (isClosing) return socket.destroy()
    underWay.set(socket, 0)
    socket.once('close', () => underWay.delete(socket))
    return undefined
  })
  server.on('request', ({ socket }, response) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1)
    response.once('close', () => {
      if (!underWay.has(socket)) return
      const left = (underWay.get(socket) ?? 1) - 1
      underWay.set(socket, left)
      if (isClosing && left === 0) socket.destroySoon()
    })
  })

  return {
    letGo() {
      isClosing = true
      for (const [socket, requests] of underWay) if (requests === 0) socket.destroySoon()
    },
  }
}
