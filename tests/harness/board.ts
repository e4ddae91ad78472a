import { onTestFinished } from 'vitest'
import type { Orders } from '#shared/boards.ts'
import type { People, Person } from './people.ts'

/** A board as it behaves on the line: it says twice a second how it is, and speaks on a lease that it believes in for two seconds. */
export type HungBoard = {
  readonly speaks: () => boolean
  /** @returns whether it has ever spoken at the same time as one of the others. */
  readonly spokeWith: (others: readonly HungBoard[]) => boolean
  /** When it could speak: from–until, milliseconds of `performance.now()`. */
  readonly spoke: () => readonly Stretch[]
  readonly takeDown: () => void
}

type Stretch = { readonly from: number; readonly until: number }

const SAYS_EVERY_MS = 500
/** As `display-ui/src/voice/lease.ts` has it: counted from the question. */
const BELIEVED_MS = 2_000

type Node = Pick<People, 'line' | 'device' | 'as'>

/** A board on each of two nodes, each with a key of its own; taken down when the test is over. */
export async function hangTwo(here: Node, there: Node): Promise<readonly [HungBoard, HungBoard]> {
  const admin = await here.as('admin')
  const { body } = await admin.post('/api/devices', { name: 'Друго табло', office: 'pernik', kind: 'board' })
  const { token } = body as { readonly token: string } // the API's answer
  const boards = [
    hangBoard(here, here.device('demo-board'), 'page-of-the-first'),
    hangBoard(there, there.device(token), 'page-of-the-other'),
  ] as const
  onTestFinished(() => boards.forEach((board) => board.takeDown()))
  return boards
}

/** @param page its name: one a loaded page. */
export function hangBoard({ line }: Pick<People, 'line'>, device: Person, page: string): HungBoard {
  const socket = line(device)
  const spoke: Stretch[] = []
  let until = 0
  const presence = { page, zone: null, sound: 'on', saying: null, said: [] } as const

  function say() {
    const asked = performance.now()
    if (!socket.connected) return
    socket.emit('board', { office: 'pernik' as never, ...presence }, (orders: Orders | null) => {
      // the server checks it
      const now = performance.now()
      if (!orders?.speaks) until = Math.min(until, now)
      else until = asked + BELIEVED_MS
      const last = spoke.at(-1)
      if (last !== undefined && now <= last.until) spoke[spoke.length - 1] = { from: last.from, until }
      else if (orders?.speaks) spoke.push({ from: now, until })
    })
  }

  socket.on('connect', say)
  const timer = setInterval(say, SAYS_EVERY_MS)
  const board: HungBoard = {
    speaks: () => performance.now() < until,
    spoke: () => spoke,
    spokeWith: (others) =>
      others.some(
        (other) =>
          other !== board &&
          other.spoke().some((its) => spoke.some((mine) => mine.from < its.until && its.from < mine.until)),
      ),
    takeDown() {
      clearInterval(timer)
      socket.disconnect()
    },
  }
  return board
}
