import { lazy, Suspense, useState } from 'react'
import { useLive } from '#shared/client/use-live.ts'
import type { Outcome } from '#shared/commands.ts'
import type { CurrentTicket, WindowView } from '#shared/views.ts'
import type { PageProps } from '../page-props.ts'
import { words } from '../words.ts'
import { useDeskActs } from './desk-acts.ts'
import { DeskBar } from './desk-bar.tsx'
import { DeskFoot } from './desk-foot.tsx'
import { DeskPanel, type PanelKind } from './desk-panel.tsx'
import './desk.css'
import { NowCard } from './now-card.tsx'
import { PaperPanel } from '../paper/paper-panel.tsx'
import { useNotes } from '../paper/use-notes.ts'
import { QueueSide } from './queue-side.tsx'
import { SignUpTool, signsUpAt, useSignUpPlace } from './sign-up-tool.tsx'

const SignUpPanel = lazy(async () => ({
  default: (await import('../reception/sign-up-panel.tsx')).SignUpPanel,
}))

type Props = PageProps & { readonly window: number; readonly onElsewhere: () => void }

export function Desk({ window, onElsewhere, ...page }: Props) {
  const live = useLive(page.line, page.office, `window/${window}`)
  if (live.status === 'connecting') {
    return (
      <main id="content" className="alone" aria-busy="true">
        <p className="alone-words" role="status">
          {words.connecting[page.language]}
        </p>
      </main>
    )
  }
  if (live.status === 'refused') {
    return (
      <main id="content" className="alone">
        <p className="alone-words" role="alert">
          {live.rejection.message[page.language]}
        </p>
        <button type="button" className="plain-button" onClick={onElsewhere}>
          {words.chooseAnother[page.language]}
        </button>
      </main>
    )
  }
  return (
    <OpenDesk
      {...page}
      view={live.view}
      isLive={live.status === 'live'}
      staleSince={live.status === 'stale' ? live.since : null}
      onElsewhere={onElsewhere}
    />
  )
}

/** What every part of the window page is drawn from. */
export type DeskProps = PageProps & {
  readonly view: WindowView
  /** False: the line is down, and what is shown was true when it went. */
  readonly isLive: boolean
  /** The office's time when the line went down: what is shown was true then. */
  readonly staleSince: number | null
}

type OpenDeskProps = DeskProps & { readonly onElsewhere: () => void }

/** A choice made for one step of a visit; for the next it counts no more. */
type ForStep<T> = { readonly step: string | null; readonly value: T }

/** Which step of which visit it is, and at which call: whoever comes again has nothing chosen yet. */
function stepOf({ id, calledAt, steps }: CurrentTicket): string {
  return `${id} ${calledAt} ${steps.length}`
}

function OpenDesk({ onElsewhere, ...desk }: OpenDeskProps) {
  const { view, isLive } = desk
  const acts = useDeskActs(desk, view.window)
  const paper = useNotes(desk, isLive)
  const isOnPaper = !isLive || paper.state.notes.length > 0
  const step = view.current && stepOf(view.current)
  const [panel, setPanel] = useState<ForStep<PanelKind> | null>(null)
  const [chosen, setChosen] = useState<ForStep<Outcome> | null>(null)
  const outcome = chosen?.step === step ? chosen.value : null
  const open = panel?.step === step ? panel.value : null
  // The sign-up desk opens by itself with the service it is for; closed or opened by hand, it stays so for that step.
  const [asked, askDesk] = useState<ForStep<boolean> | null>(null)
  const signsUp = signsUpAt(useSignUpPlace(desk), view, desk.session.user)
  const isSigningUp = signsUp !== 'no' && (asked?.step === step ? asked.value : signsUp === 'for-this-ticket')

  function openPanel(kind: PanelKind) {
    askDesk({ step, value: false })
    setPanel(open === kind ? null : { step, value: kind })
  }

  return (
    <main id="content" className="desk" data-live={isLive} data-side={isSigningUp ? 'sign-up' : 'queue'}>
      <DeskBar {...desk}>
        {signsUp === 'no' ? null : (
          <SignUpTool
            language={desk.language}
            isOpen={isSigningUp}
            onPress={() => {
              setPanel(null)
              askDesk({ step, value: !isSigningUp })
            }}
          />
        )}
      </DeskBar>
      <NowCard
        {...desk}
        acts={acts}
        outcome={outcome}
        openPanel={open}
        onPanel={openPanel}
        onElsewhere={onElsewhere}
      />
      {isSigningUp ? (
        <Suspense fallback={<p className="side-empty">{words.loading[desk.language]}</p>}>
          <SignUpPanel
            {...desk}
            reads={(view.current?.language ?? 'bg') === 'bg' ? 'bg' : 'en'}
            onClose={() => askDesk({ step, value: false })}
          />
        </Suspense>
      ) : open === null ? (
        <QueueSide
          {...desk}
          acts={acts}
          onPanel={openPanel}
          above={isOnPaper ? <PaperPanel {...desk} paper={paper} /> : null}
        />
      ) : (
        <DeskPanel
          key={open}
          {...desk}
          kind={open}
          act={acts.act}
          outcome={outcome}
          onOutcome={(value) => setChosen({ step, value })}
          onClose={() => setPanel(null)}
        />
      )}
      <DeskFoot {...desk} acts={acts} openPanel={open} onPanel={openPanel} />
    </main>
  )
}
