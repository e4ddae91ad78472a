import { io } from 'socket.io-client'
import { lineOver, type Live } from '#shared/client/live.ts'
import type { HallView } from '#shared/views.ts'

/** A board's page without the page: the line that all screens have, and what it shows. */
export type Screen = {
  /** What it has shown, from the first to the last. */
  readonly shown: () => readonly Shown[]
  readonly isLive: () => boolean
  readonly switchOff: () => void
}

/** From an instant of `performance.now()` on. */
export type Shown = { readonly at: number; readonly live: Live<HallView> }

export function switchOn(base: string): Screen {
  // As `client/line.ts` opens it for an app, whose address is the page's.
  const socket = io(base, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 1_000,
    timeout: 2_000,
  })
  const hall = lineOver(socket).watch('pernik', 'hall')
  const shown: Shown[] = []
  const look = () => void shown.push({ at: performance.now(), live: hall.get() })
  look()
  hall.subscribe(look)
  return {
    shown: () => shown,
    isLive: () => hall.get().status === 'live',
    switchOff: () => void socket.disconnect(),
  }
}
