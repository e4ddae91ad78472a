import type { Away, AwayState } from './away.ts'

const NOTHING: AwayState = { date: null, stock: {}, refused: [] }

/**
 * What a kiosk can do without its line, once that has come: right behind the first screen, which must be there at once.
 * @param coming null: this machine keeps nothing, and gives nothing without its line.
 */
export function awayLater(coming: Promise<Away | null>): Away {
  const listeners = new Set<() => void>()
  let come: Away | null = null
  const tell = () => {
    for (const listener of listeners) listener()
  }
  void coming.then((away) => {
    come = away
    away?.subscribe(tell)
    tell()
  })
  return {
    get: () => come?.get() ?? NOTHING,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    print: async (sheet) => (await coming)?.print(sheet) ?? false,
    give: async (wish) => (await coming)?.give(wish) ?? null,
  }
}
