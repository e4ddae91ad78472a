import { newKey, type Api } from '#shared/client/api.ts'
import type { Line } from '#shared/client/live.ts'
import type { CommandBody } from '#shared/commands.ts'
import type { OfficeId } from '#shared/ids.ts'
import { LETTERS, type Letter } from '#shared/labels.ts'
import type { KioskView } from '#shared/views.ts'
import type { Hall } from '../hall.ts'
import { handIn } from './hand-in.ts'
import { labelOf, type Given, type Wish } from './given.ts'
import { printAway } from './print-away.ts'
import type { Remembered } from './remembered.ts'
import { openShelf, type Shelf, type Stock } from './shelf.ts'

/** What the kiosk can do without its line. */
export type AwayState = {
  /** The day for which it holds numbers; null: none. */
  readonly date: string | null
  readonly stock: Stock
  /** Labels that the office would not have: somebody of the staff must look. */
  readonly refused: readonly string[]
}

export type Away = {
  readonly get: () => AwayState
  readonly subscribe: (listener: () => void) => () => void
  /** @returns whether this machine's own printer took it. */
  readonly print: (sheet: Parameters<typeof printAway>[0]) => Promise<boolean>
  /** Gives a ticket by a number of the store. Null: none is left, or this machine keeps nothing. */
  readonly give: (wish: Omit<Wish, 'date' | 'letter'> & { readonly letter: string }) => Promise<Given | null>
}

type Parts = {
  readonly hall: Hall
  readonly line: Line
  readonly api: Api
  readonly shelf: Shelf
}

const NOTHING: AwayState = { date: null, stock: {}, refused: [] }
/** What could not be handed in is tried again after so long. */
const AGAIN_MS = 2_000
/** Until the office has said how many of each letter a kiosk is to have: fewer than half of these, and it asks. */
const FIRST_ASKED = 20
/** What is known is written down at most so often. */
const REMEMBER_MS = 10_000

type Hold = { readonly key: string; readonly body: CommandBody<'hold-numbers'> }

/** @returns what the kiosk can do without its line; null: this browser keeps nothing. */
export async function openAway(parts: Omit<Parts, 'shelf'>): Promise<Away | null> {
  const shelf = await openShelf(parts.hall.office.id).catch(() => null)
  return shelf && createAway({ ...parts, shelf })
}

/** @returns what this machine knew of the office when it last had a line. @throws when the browser keeps nothing. */
export async function rememberedOf(office: string): Promise<Remembered | null> {
  const shelf = await openShelf(office as OfficeId) // the server's own name of the office
  const known = (await shelf.recall('remembered')) as Remembered | undefined // as it is kept below
  return known ?? null
}

/**
 * Whenever there is a line: hands in what was given without one, in order, takes numbers in store for the next time, and
 * writes down what is known of the hall.
 */
function createAway({ hall, line, api, shelf }: Parts): Away {
  const office = hall.office.id
  const source = line.watch(office, 'kiosk')
  const listeners = new Set<() => void>()
  let state = NOTHING
  let atOnce = FIRST_ASKED
  let isAtWork = false
  let isWorkLeft = false
  let rememberedAt = Number.NEGATIVE_INFINITY
  /** Whether something is to be handed in, or taken in store: each new view would ask the disk else. */
  let isBusy = true

  async function look(): Promise<void> {
    const date = dateKnown()
    const [stock, given] = await Promise.all([date === null ? {} : shelf.stock(date), shelf.given()])
    isBusy = given.some((each) => !each.isRefused) || isLow(stock)
    state = { date, stock, refused: given.filter((each) => each.isRefused).map(labelOf) }
    for (const listener of listeners) listener()
  }

  function dateKnown() {
    const live = source.get()
    return 'view' in live ? live.view.day.date : null
  }

  function heard(): void {
    const isNewDay = dateKnown() !== state.date
    if (isBusy || isNewDay || performance.now() - rememberedAt >= REMEMBER_MS) work()
  }

  function lettersKnown(): readonly Letter[] {
    const live = source.get()
    return 'view' in live ? live.view.groups.flatMap(({ letter }) => (isLetter(letter) ? [letter] : [])) : []
  }

  function isLow(stock: Stock): boolean {
    return lettersKnown().some((letter) => (stock[letter]?.unspent ?? 0) * 2 < atOnce)
  }

  function work(): void {
    void atWork().catch(() => {
      // The disk of this machine failed: nothing more is promised that only it could keep.
      state = NOTHING
      for (const listener of listeners) listener()
    })
  }

  /** One thing at a time; what is asked meanwhile is done after. */
  async function atWork(): Promise<void> {
    isWorkLeft = true
    if (isAtWork) return
    isAtWork = true
    try {
      while (isWorkLeft) {
        isWorkLeft = false
        const live = source.get()
        // Version 0: foretold, and there is no line yet.
        if (live.status === 'live' && live.version > 0) {
          await remember(live.view)
          const isAllIn = await handInAll()
          await hold(live.view)
          if (!isAllIn) setTimeout(work, AGAIN_MS)
        }
        await look()
      }
    } finally {
      isAtWork = false
    }
  }

  async function remember(view: KioskView): Promise<void> {
    if (performance.now() - rememberedAt < REMEMBER_MS) return
    rememberedAt = performance.now()
    await shelf.keep('remembered', {
      hall,
      view,
      clock: { officeMs: line.now(), wallMs: Date.now(), speed: line.speed() },
    } satisfies Remembered)
  }

  /** @returns whether nothing is left that may still be handed in. */
  async function handInAll(): Promise<boolean> {
    for (const given of await shelf.given()) {
      if (given.isRefused) continue
      switch (await handIn(api, given)) {
        case 'entered':
          await shelf.forget(given)
          break
        case 'refused':
          await shelf.refuse(given)
          void api.command(office, 'ask-assistance', {})
          break
        case 'later':
          return false // in order: the next one waits too
      }
    }
    return true
  }

  /** Asks for numbers where fewer than half are left. The question is kept until it is answered: its numbers are asked for once. */
  async function hold(view: KioskView): Promise<void> {
    const { date, phase } = view.day
    if (phase !== 'open' && phase !== 'before-opening') return
    const asked = (await shelf.recall('hold')) as Hold | undefined // as written below
    const question = asked?.body.date === date ? asked : await questionFor(view)
    if (question === null) return
    await shelf.keep('hold', question)
    const reply = await api.command(office, 'hold-numbers', question.body, question.key)
    if (reply.kind === 'unreachable' || (reply.kind === 'refused' && reply.status >= 500)) return
    if (reply.kind === 'done') {
      atOnce = reply.value.atOnce
      await shelf.store(reply.value)
    }
    await shelf.keep('hold', undefined)
  }

  async function questionFor({ day }: KioskView): Promise<Hold | null> {
    const stock = await shelf.stock(day.date)
    const letters = lettersKnown()
    if (!isLow(stock)) return null
    return {
      key: newKey(),
      body: {
        date: day.date,
        letters: letters.map((letter) => {
          const known = stock[letter]
          if (known === undefined) return { letter, unspent: 0 }
          return { letter, unspent: known.unspent, through: known.through }
        }),
      },
    }
  }

  source.subscribe(heard)
  work()
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    print: (sheet) => Promise.resolve(printAway(sheet)),
    async give({ letter, ...wish }) {
      const date = dateKnown()
      if (date === null || !isLetter(letter)) return null
      const given = await shelf.give({ ...wish, date, letter })
      await look()
      work() // the line may be back by now
      return given
    },
  }
}

function isLetter(letter: string): letter is Letter {
  return LETTERS.some((each) => each === letter)
}
