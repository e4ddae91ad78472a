import type { HeldAnswer } from '#shared/answers.ts'
import { answer, inTransaction, openDatabase } from '#shared/client/database.ts'
import type { LocalDate, OfficeId } from '#shared/ids.ts'
import type { Given, Wish } from './given.ts'

/** Numbers that this kiosk holds for when it has no line, and the tickets that it has given by them. */
export type Shelf = {
  /** What it holds of the day, by letter. */
  readonly stock: (date: LocalDate) => Promise<Stock>
  /** Puts numbers in store; those of days that are over go. The same numbers twice are there once. */
  readonly store: (held: Pick<HeldAnswer, 'date' | 'blocks'>) => Promise<void>
  /** Gives a ticket by the next number of its letter, once for each key. On the disk before anybody sees it. Null: none is left. */
  readonly give: (wish: Wish) => Promise<Given | null>
  /** Tickets that were given and are not handed in, in the order in which they were given. */
  readonly given: () => Promise<readonly Given[]>
  readonly forget: (given: Given) => Promise<void>
  /** The office will not have it: it is kept for staff to see. */
  readonly refuse: (given: Given) => Promise<void>
  readonly keep: (name: string, value: unknown) => Promise<void>
  readonly recall: (name: string) => Promise<unknown>
}

export type Stock = Readonly<Record<string, { readonly unspent: number; readonly through: number }>>

type Block = {
  readonly office: OfficeId
  readonly date: LocalDate
  readonly letter: string
  readonly from: number
  readonly to: number
  /** The next to be given; one more than `to` when all are. */
  readonly next: number
}

/** @throws when the browser keeps nothing for this page. */
export async function openShelf(office: OfficeId): Promise<Shelf> {
  const database = await openDatabase('edno-gishe-kiosk', lay)
  const blocksOf = (transaction: IDBTransaction) =>
    answer<Block[]>(transaction.objectStore('blocks').getAll(IDBKeyRange.bound([office], [office, []])))
  const put = (store: 'kept' | 'given', value: unknown, key?: string) =>
    inTransaction(database, [store], 'readwrite', async (transaction) => {
      await answer(transaction.objectStore(store).put(value, key))
    })

  return {
    async stock(date) {
      const blocks = await inTransaction(database, ['blocks'], 'readonly', blocksOf)
      const stock: { [letter: string]: Stock[string] } = {}
      for (const { letter, to, next } of blocks.filter((block) => block.date === date)) {
        const { unspent = 0, through = 0 } = stock[letter] ?? {}
        stock[letter] = { unspent: unspent + to - next + 1, through: Math.max(through, to) }
      }
      return stock
    },

    store: ({ date, blocks }) =>
      inTransaction(database, ['blocks'], 'readwrite', async (transaction) => {
        const known = await blocksOf(transaction)
        const store = transaction.objectStore('blocks')
        for (const block of known.filter((each) => each.date < date))
          store.delete([office, block.date, block.letter, block.from])
        for (const { letter, from, to } of blocks) {
          const isKnown = known.some(
            (each) => each.date === date && each.letter === letter && each.from === from,
          )
          if (!isKnown) store.add({ office, date, letter, from, to, next: from } satisfies Block)
        }
      }),

    give: (wish) =>
      inTransaction(database, ['blocks', 'given'], 'readwrite', async (transaction) => {
        const given = transaction.objectStore('given')
        const before = await answer<Given | undefined>(given.index('by-key').get(wish.key))
        if (before !== undefined) return before
        const block = (await blocksOf(transaction))
          .filter(({ date, letter, next, to }) => date === wish.date && letter === wish.letter && next <= to)
          .toSorted((a, b) => a.from - b.from)[0]
        if (block === undefined) return null
        transaction.objectStore('blocks').put({ ...block, next: block.next + 1 } satisfies Block)
        const ticket = { ...wish, office, number: block.next, isRefused: false }
        const order = await answer(given.add(ticket))
        return { ...ticket, order: Number(order) }
      }),

    async given() {
      const all = await inTransaction(database, ['given'], 'readonly', (transaction) =>
        answer<Given[]>(transaction.objectStore('given').getAll()),
      )
      return all.filter((each) => each.office === office)
    },

    forget: ({ order }) =>
      inTransaction(database, ['given'], 'readwrite', async (transaction) => {
        await answer(transaction.objectStore('given').delete(order))
      }),

    refuse: (given) => put('given', { ...given, isRefused: true }),

    keep: (name, value) => put('kept', value, `${office}/${name}`),

    recall: (name) =>
      inTransaction(database, ['kept'], 'readonly', (transaction) =>
        answer<unknown>(transaction.objectStore('kept').get(`${office}/${name}`)),
      ),
  }
}

function lay(database: IDBDatabase): void {
  database.createObjectStore('kept')
  database.createObjectStore('blocks', { keyPath: ['office', 'date', 'letter', 'from'] })
  const given = database.createObjectStore('given', { keyPath: 'order', autoIncrement: true })
  given.createIndex('by-key', 'key', { unique: true })
}
