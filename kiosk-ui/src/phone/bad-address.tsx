import { words } from './words.ts'

/** No ticket is named, so not even its language is known: both. */
export function BadAddress() {
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
