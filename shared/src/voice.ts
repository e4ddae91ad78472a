/**
 * The voice's clips, as the server lists them (`/voice/{office}/index.json`): for each language the order of its
 * sentences and which clips it has. A clip is at `/voice/{office}/{language}/{clip}`.
 */
export type SpokenLanguage = {
  readonly sentences: {
    readonly call: readonly string[]
    readonly lastCall: readonly string[]
    readonly door: readonly string[]
  }
  /** After a whole hundred or thousand these are said with „and“. */
  readonly joined: readonly number[]
  readonly clips: readonly string[]
}

export type Voice = { readonly languages: Readonly<Record<string, SpokenLanguage>> }
