import type { Letter } from '#shared/labels.ts'

/**
 * What one language says in the hall. A language is one folder here with one `words.ts`; `npm run voice` makes its clips.
 * Sentences are rows of clips: `{letter}`, `{number}` and `{place}` stand for those of the call.
 */
export type Words = {
  /** How the synthesiser is asked: its voice, words a minute, pitch (0–99). */
  readonly synthesiser: { readonly voice: string; readonly speed: number; readonly pitch: number }
  /** Clips by name. */
  readonly phrases: Readonly<Record<string, string>>
  /** Names of the letters that nobody takes for one another, also at the back of the hall. */
  readonly letters: Readonly<Record<Letter, string>>
  /** @param number 1–999, and whole thousands up to 20 000 @returns how it is said. */
  readonly number: (number: number) => string
  /** @param rest 1–999 @returns whether „and“ stands between a whole thousand or hundred and the rest. */
  readonly isJoined: (rest: number) => boolean
  readonly toWindow: (window: string) => string
  readonly toRoom: (room: string) => string
  readonly sentences: {
    /** „Номер Г четиринадесет, моля, заповядайте на гише три“ */
    readonly call: readonly string[]
    readonly lastCall: readonly string[]
    /** To an official's door. */
    readonly door: readonly string[]
  }
}

/** What the index of a language's clips holds (`<language>/clips.json`), beside the clips themselves in `clips.pack`. */
export type ClipIndex = Pick<Words, 'sentences'> & {
  /** After a thousand or a hundred these are said with „and“. */
  readonly joined: readonly number[]
  readonly clips: Readonly<Record<string, Clip>>
}

/** A clip: what it says, where it lies in the pack (bytes), and its SHA-256. */
export type Clip = {
  readonly text: string
  readonly from: number
  readonly bytes: number
  readonly sha256: string
}
