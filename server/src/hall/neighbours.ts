import type { OfficeId } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import type { Store } from '../store/store.ts'
import type { Candidate } from './election.ts'

/** A board on the line. */
export type Board = Candidate & {
  readonly device: string | null
  readonly zone: string | null
  readonly hall: string | null
  readonly changedAt: Instant
}

/** A board that another program hears. */
export type BoardElsewhere = Board & { readonly line: null; readonly speaks: boolean }

/** What a program says of its boards. */
export type Posted = {
  readonly boards: readonly (Omit<Board, 'since' | 'heardAt'> & {
    /** For how long it has been on the line, milliseconds: each program counts from a beginning of its own. */
    readonly forMs: number
    readonly speaks: boolean
  })[]
  /** The calls that were said, by hall. */
  readonly said: readonly (readonly [hall: string | null, keys: readonly string[]])[]
}

/** Boards of the same office that other programs hear: a hall's boards hang on whichever program they found. */
export type Neighbours = {
  /** Those of programs that are still there. */
  readonly boards: () => readonly BoardElsewhere[]
  readonly said: (hall: string | null) => readonly string[]
  /** Tells the others how it is here. */
  readonly post: () => void
  readonly close: () => void
}

type Parts = {
  readonly together: Store['together']
  readonly office: OfficeId
  readonly now: () => number
  readonly mine: () => Posted
  /** Told the boards of the others when one of them has said how it is there. */
  readonly onChange: (boards: readonly BoardElsewhere[]) => void
  readonly onFault: (error: unknown) => void
}

type Heard = {
  readonly boards: readonly BoardElsewhere[]
  readonly said: ReadonlyMap<string | null, readonly string[]>
}

export async function openNeighbours({
  together,
  office,
  now,
  mine,
  onChange,
  onFault,
}: Parts): Promise<Neighbours> {
  const prefix = `boards/${office}/`
  const own = prefix + together.me
  let others: ReadonlyMap<string, Heard> = new Map()
  let isPosting = false
  let isToPost = false
  const unsubscribe = together.onPosted((key) => {
    if (key === null) post()
    if (key === null || (key.startsWith(prefix) && key !== own))
      void hear().then(() => onChange(boards()), onFault)
  })
  await hear()

  async function hear() {
    const posted = await together.posted(prefix)
    posted.delete(own)
    const at = now()
    others = new Map(
      [...posted].map(([key, value]) => [key.slice(prefix.length), heard(JSON.parse(value) as Posted, at)]), // said by a program like this
    )
  }

  function post() {
    isToPost = true
    if (!isPosting) void postAll().catch(onFault)
  }

  async function postAll() {
    isPosting = true
    try {
      while (isToPost) {
        isToPost = false
        await together.post(own, JSON.stringify(mine()))
      }
    } finally {
      isPosting = false
    }
  }

  function boards(): readonly BoardElsewhere[] {
    return [...others].flatMap(([name, heard]) =>
      together.isAlive(name) ? heard.boards.map((board) => ({ ...board, heardAt: now() })) : [],
    )
  }

  return {
    boards,
    said: (hall) => [...others.values()].flatMap(({ said }) => said.get(hall) ?? []),
    post,
    close: unsubscribe,
  }
}

function heard({ boards, said }: Posted, now: number): Heard {
  return {
    boards: boards.map(({ forMs, ...board }) => ({ ...board, line: null, since: now - forMs, heardAt: now })),
    said: new Map(said),
  }
}
