import { answer, inTransaction, openDatabase } from '#shared/client/database.ts'
import { newKey, type Api } from '#shared/client/api.ts'
import type { Outcome } from '#shared/commands.ts'
import type { Bilingual, LocalDate } from '#shared/ids.ts'
import type { Iso } from '#shared/instant.ts'

/** Somebody whom a clerk serves while the window is cut off. Kept by this machine until the office has it. */
export type Note = {
  readonly key: string
  readonly office: string
  readonly date: LocalDate
  readonly window: number
  readonly label: string
  readonly startedAt: Iso
  /** Null: is still at the window. */
  readonly finished: { readonly at: Iso; readonly outcome: Outcome } | null
}

export type Notes = {
  readonly get: () => NotesState
  readonly subscribe: (listener: () => void) => () => void
  readonly begin: (note: Omit<Note, 'key' | 'office' | 'finished'>) => Promise<void>
  readonly finish: (note: Note, at: Iso, outcome: Outcome) => Promise<void>
  readonly remove: (note: Note) => Promise<void>
  /** Hands in what is finished, in the order in which it began; what the office refuses stays, with its words. */
  readonly handIn: () => Promise<void>
}

export type NotesState = {
  /** In the order in which they began. */
  readonly notes: readonly Note[]
  readonly refusals: ReadonlyMap<Note['key'], Bilingual>
  /** Whether this machine keeps what is noted; null: it is not known yet. */
  readonly isKept: boolean | null
}

/** The notes of this machine, whichever window it stands at. */
export function createNotes(office: string, api: Pick<Api, 'command'>): Notes {
  const listeners = new Set<() => void>()
  let state: NotesState = { notes: [], refusals: new Map(), isKept: null }
  let isHandingIn = false
  const opened = openDatabase('edno-gishe-window', (database) => {
    database.createObjectStore('notes', { keyPath: 'key' })
  })
  opened.then(look).catch(() => become({ isKept: false }))

  function become(change: Partial<NotesState>) {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  async function look(): Promise<void> {
    const database = await opened
    const all = await inTransaction(database, ['notes'], 'readonly', (transaction) =>
      answer<Note[]>(transaction.objectStore('notes').getAll()),
    )
    const notes = all
      .filter((note) => note.office === office)
      .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
    become({ notes, isKept: true })
  }

  async function change(work: (store: IDBObjectStore) => Promise<void>): Promise<void> {
    const database = await opened
    await inTransaction(database, ['notes'], 'readwrite', (transaction) =>
      work(transaction.objectStore('notes')),
    )
    await look()
  }

  function remove({ key }: Note): Promise<void> {
    return change(async (store) => {
      await answer(store.delete(key))
    })
  }

  async function handInOne(note: Note): Promise<void> {
    const { key, date, window, label, startedAt, finished } = note
    if (finished === null) return
    const body = { date, window, label, startedAt, finishedAt: finished.at, outcome: finished.outcome }
    const reply = await api.command(office, 'note-paper-service', body, key)
    if (reply.kind === 'done') return remove(note)
    if (reply.kind === 'refused')
      become({ refusals: new Map(state.refusals).set(key, reply.rejection.message) })
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    begin: (note) =>
      change(async (store) => {
        // Of two presses the second finds what the first has written.
        const known = await answer<Note[]>(store.getAll())
        const isKnown = known.some(
          (each) => each.office === office && each.date === note.date && each.label === note.label,
        )
        if (!isKnown) store.add({ ...note, key: newKey(), office, finished: null } satisfies Note)
      }),
    finish: (note, at, outcome) =>
      change(async (store) => {
        const known = await answer<Note | undefined>(store.get(note.key))
        if (known?.finished === null) store.put({ ...known, finished: { at, outcome } } satisfies Note)
      }),
    remove,
    async handIn() {
      if (isHandingIn) return
      isHandingIn = true
      try {
        for (const note of state.notes) await handInOne(note)
      } finally {
        isHandingIn = false
      }
    },
  }
}
