import type { Pictures } from '#shared/pictures.ts'

type File = Pictures['files'][number]

/** A picture stands for so long; a video as long as it is. Milliseconds. */
export const PICTURE_MS = 15_000
/** The hall is quiet when nobody has been called for so long, milliseconds of the office. */
export const QUIET_MS = 30_000
/** How often the folder is looked at, milliseconds. */
const LOOK_MS = 60_000

/**
 * @param calls newest first @param now the office's time, milliseconds since the epoch
 * @returns whether there is room for a picture: nobody is on the way to a window, and the last call is a while ago.
 */
export function isQuiet(
  calls: readonly { readonly state: string; readonly at: string }[],
  now: number,
): boolean {
  return calls.every(({ state, at }) => state !== 'called' && now - Date.parse(at) >= QUIET_MS)
}

export type PictureShow = ReturnType<typeof createPictureShow>

/** The pictures and videos of the office's folder, one after another, for ever. */
export function createPictureShow({ office }: { readonly office: string }) {
  let files: readonly File[] = []
  let current: File | null = null
  const listeners = new Set<() => void>()
  void look()
  setInterval(() => void look(), LOOK_MS)

  async function look() {
    try {
      const response = await fetch(`/pictures/${office}/index.json`)
      if (!response.ok) return
      files = ((await response.json()) as Pictures).files // the server writes it from this type
      if (current === null || !files.some(({ name }) => name === current?.name)) turn()
    } catch {
      // The line is down: what is here goes on.
    }
  }

  /** To the next one; after the last, and from one that is gone, to the first. */
  function turn() {
    const index = files.findIndex(({ name }) => name === current?.name)
    current = files[(index + 1) % Math.max(1, files.length)] ?? null
    for (const listener of listeners) listener()
  }

  return {
    get: (): File | null => current,
    turn,
    addressOf: ({ name }: File): string => `/pictures/${office}/${encodeURIComponent(name)}`,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
