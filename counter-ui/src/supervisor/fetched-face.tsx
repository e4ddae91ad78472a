import { say } from '#shared/client/format.ts'
import type { Language } from '../language.ts'
import type { Fetched } from './use-fetched.ts'
import { words } from './words.ts'

/** What stands in the place of something that is on its way, or could not be read. */
export function FetchedFace({
  fetched,
  onAgain,
  language,
}: {
  readonly fetched: Exclude<Fetched<unknown>, { readonly face: 'ready' }>
  readonly onAgain: () => Promise<void>
  readonly language: Language
}) {
  if (fetched.face === 'loading') return <p className="sheet-empty">{say(words.loading, language)}</p>
  return (
    <div className="sheet-empty" role="alert">
      <p>{say(fetched.why, language)}</p>
      <button type="button" className="sheet-button" onClick={() => void onAgain()}>
        {say(words.again, language)}
      </button>
    </div>
  )
}
