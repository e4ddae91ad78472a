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
