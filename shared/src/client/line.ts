import { io } from 'socket.io-client'
import { lineOver, type Line } from './live.ts'

/**
 * The line of an app that hangs in the hall or stands on a desk.
 * @param token a device's token, if this app is a device.
 */
export function createLine({ token }: { readonly token?: string | undefined } = {}): Line {
  return lineOver(
    io({
      transports: ['websocket'],
      reconnectionDelay: 200,
      reconnectionDelayMax: 1_000,
      timeout: 2_000,
      auth: token === undefined ? {} : { token },
    }),
  )
}
