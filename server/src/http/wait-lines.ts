import type { ViewName, Views } from '#shared/views.ts'
import type { Foresight } from '../office/foresight.ts'

/** So many phones at once: a command that comes meanwhile does not wait for all of them. */
const SLICE = 50

/**
 * Pushes what is told of waiting to whoever watches it, when it is told anew: with numbers of its own, beside the views of
 * the office's day. A phone hears only what is news to it.
 * @param watched the names that somebody watches now. @param emit to everyone who watches the name.
 * @returns what ends it.
 */
export function waitLines(
  foresight: Foresight,
  watched: ReadonlyMap<string, number>,
  emit: (name: string, version: number, view: Views[ViewName]) => void,
): () => void {
  const heard = new Map<string, string>()
  let isTelling = false
  let isStale = false

  function tell() {
    if (isTelling) {
      isStale = true
      return
    }
    isTelling = true
    isStale = false
    for (const name of heard.keys()) if (!watched.has(name)) heard.delete(name)
    push([...watched.keys()].sort(hallFirst))
  }

  function push(names: readonly string[]) {
    for (const name of names.slice(0, SLICE)) {
      const shown = foresight.view(name)
      if (shown === null || !shown.ok) continue
      const { at: _, ...own } = shown.value
      const face = JSON.stringify(own)
      if (heard.get(name) === face) continue
      heard.set(name, face)
      emit(name, foresight.version(), shown.value)
    }
    const rest = names.slice(SLICE)
    if (rest.length > 0) {
      setImmediate(() => push(rest))
      return
    }
    isTelling = false
    if (isStale) tell()
  }

  return foresight.onTold(tell)
}

function hallFirst(a: string, b: string): number {
  return Number(a.startsWith('wait/')) - Number(b.startsWith('wait/'))
}
