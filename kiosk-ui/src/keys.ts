/** What the tactile keys of a kiosk do. `plugged`, `unplugged`: a keypad with a headphone socket tells them as keys too. */
export type KeyAct = 'next' | 'previous' | 'choose' | 'listen' | 'volume' | 'plugged' | 'unplugged'

/** By `KeyboardEvent.code`: the physical key, whatever the layout. */
export type Keys = Readonly<Record<string, KeyAct>>

const USUAL: { readonly [A in KeyAct]: readonly string[] } = {
  next: ['ArrowDown', 'ArrowRight'],
  previous: ['ArrowUp', 'ArrowLeft'],
  choose: ['Enter', 'NumpadEnter'],
  listen: ['F1'],
  volume: ['F2'],
  plugged: [],
  unplugged: [],
}

/**
 * @param setting from the kiosk's address, e.g. `next:F13,previous:F14,choose:F15,listen:F16`; an act that it does not
 * name keeps its usual keys. Null: all of them.
 */
export function keysOf(setting: string | null): Keys {
  const named = (setting ?? '').split(',').map((pair) => pair.split(':', 2).map((part) => part.trim()))
  const acts = Object.entries(USUAL).flatMap(([act, usual]) => {
    const codes = named.flatMap(([name, code]) => (name === act && code ? [code] : []))
    return (codes.length > 0 ? codes : usual).map((code) => [code, act])
  })
  return Object.fromEntries(acts)
}

/**
 * Whether a stroke counts, for hands that shake: the same key again within the delay is no stroke of its own, and begins
 * the delay anew (EN 301 549, 5.8).
 * @param delayMs milliseconds; 0: every stroke counts
 * @returns tells of a stroke, by its key and instant in milliseconds, whether it counts
 */
export function createStrikes(delayMs: number): (code: string, at: number) => boolean {
  let last: { readonly code: string; readonly at: number } | null = null
  return (code, at) => {
    const isAgain = last !== null && last.code === code && at - last.at < delayMs
    last = { code, at }
    return !isAgain
  }
}
