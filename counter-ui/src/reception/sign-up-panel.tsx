import { say } from '#shared/client/format.ts'
import { useLive } from '#shared/client/use-live.ts'
import { CloseButton } from '../close-button.tsx'
import type { Language } from '../language.ts'
import type { PageProps } from '../page-props.ts'
import { Panel } from '../panel.tsx'
import { DeskParts } from './desk-parts.tsx'
import { useActs } from './use-acts.ts'
import { words } from './words.ts'

type Props = PageProps & {
  /** In which language the person at the window reads. */
  readonly reads: Language
  readonly onClose: () => void
}

/** The sign-up desk beside the ticket at window 7: an open panel, which has the keys to itself. */
export function SignUpPanel({ reads, onClose, ...page }: Props) {
  const { line, office, language } = page
  const live = useLive(line, office, 'reception/desk')
  const act = useActs(page, 'reception/desk')

  return (
    <Panel className="pick reception-panel" aria-labelledby="sign-up-title">
      <div className="reception-head">
        <h2 id="sign-up-title" className="visually-hidden">
          {say(words.desk, language)}
        </h2>
        <CloseButton label={say(words.close, language)} onClose={onClose} />
      </div>
      {live.status === 'connecting' ? (
        <p className="side-empty" role="status">
          {say(words.connecting, language)}
        </p>
      ) : live.status === 'refused' ? (
        <p className="pick-words" role="alert">
          {say(live.rejection.message, language)}
        </p>
      ) : (
        <DeskParts
          {...page}
          view={live.view}
          isLive={live.status === 'live'}
          act={act}
          reads={reads}
          onDone={onClose}
        />
      )}
    </Panel>
  )
}
