import type { Bilingual } from '#shared/ids.ts'

type Props = { readonly words: { readonly cannotShow: Bilingual; readonly badAddress: Bilingual } }

/** Nothing is named that could be shown, so not even its language is known: both. */
export function BadAddress({ words }: Props) {
  return (
    <main className="phone">
      <h1 className="state-heading">{words.cannotShow.bg}</h1>
      <p>{words.badAddress.bg}</p>
      <div lang="en" className="state">
        <h2 className="state-heading">{words.cannotShow.en}</h2>
        <p>{words.badAddress.en}</p>
      </div>
    </main>
  )
}
