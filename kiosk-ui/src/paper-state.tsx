import { say } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { Icon } from './icon.tsx'
import type { Paper } from './paper.ts'
import './paper-state.css'
import { words } from './words.ts'

/** What happens with the paper, and what to do: take it, or photograph the screen. */
export function PaperState({ paper, language }: { readonly paper: Paper; readonly language: Language }) {
  const { strong, more, icon } = faces[paper]
  return (
    <section className="keep" data-paper={paper} role="status">
      <Icon name={icon} />
      <p>
        <strong>{say(strong, language)}</strong> {say(more, language)}
      </p>
    </section>
  )
}

type Face = {
  readonly strong: Bilingual
  readonly more: Bilingual
  readonly icon: 'camera' | 'check' | 'paper'
}

const faces: { readonly [P in Paper]: Face } = {
  // Nothing is claimed yet; the place is kept.
  unknown: { strong: words.paperPrinting, more: words.paperPhoto, icon: 'paper' },
  none: { strong: words.keepNumber, more: words.noPaper, icon: 'camera' },
  printing: { strong: words.paperPrinting, more: words.paperPhoto, icon: 'paper' },
  printed: { strong: words.paperPrinted, more: words.paperPhoto, icon: 'check' },
  failed: { strong: words.paperFailed, more: words.paperFailedMore, icon: 'camera' },
}
