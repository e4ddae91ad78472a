import { printed } from '#shared/labels.ts'
import type { Bilingual } from '#shared/ids.ts'
import { stopwatch } from '#shared/client/format.ts'
import { useOfficeTime } from '#shared/client/use-live.ts'
import { ActionButton } from '../action-button.tsx'
import { ToolButton } from '../tool-button.tsx'
import { filled, filledBoth, words } from '../words.ts'
import { useCanPrint } from './copy-panel.tsx'
import type { NowProps } from './now-card.tsx'
import { restHint, restReason, whyNoRest, type NoRest } from './rest.ts'
import { secondsUntil } from './waited.ts'

/** The break, the end, and the way back from a slip of the finger. */
export function RestTools(props: NowProps) {
  const { view, isLive, language, session, acts, openPanel, onPanel, onElsewhere } = props
  const canPrint = useCanPrint(props)
  if (view.state === 'closed') {
    return (
      <div className="now-rest">
        <ToolButton shortcut="KeyW" label={words.otherWindow[language]} onPress={onElsewhere} />
      </div>
    )
  }
  const noPause = view.state === 'paused' ? null : whyNoRest(view, 'pause', session.role)
  const noClose = whyNoRest(view, 'close', session.role)
  const hint = (no: NoRest | null) => (no === null ? null : restHint(view, no)[language])
  const reason = (no: NoRest | null) => (no === null ? null : restReason(view, no))
  const whyNot = (what: Bilingual, why: Bilingual | null) => () =>
    acts.sayWhyNot(what, isLive ? why : words.afterLine)
  return (
    <div className="now-rest">
      <ToolButton
        shortcut="KeyP"
        label={words.pause[language]}
        hint={hint(noPause)}
        disabled={!isLive || view.state === 'paused' || noPause !== null}
        onImpossible={whyNot(words.pause, view.state === 'paused' ? words.restPaused : reason(noPause))}
        isOpen={openPanel === 'pause'}
        onPress={() => onPanel('pause')}
      />
      <ActionButton
        shortcut="KeyC"
        label={words.close[language]}
        hint={hint(noClose)}
        disabled={!isLive || noClose !== null}
        onImpossible={whyNot(words.close, reason(noClose))}
        onAct={() => acts.act('close-window', { window: view.window })}
        onRefused={acts.setRefused}
        language={language}
      />
      {canPrint ? (
        <ToolButton
          shortcut="KeyK"
          label={words.copy[language]}
          disabled={!isLive}
          onImpossible={whyNot(words.copy, null)}
          isOpen={openPanel === 'copy'}
          onPress={() => onPanel('copy')}
        />
      ) : null}
      <span className="now-undo">
        <Undo {...props} />
      </span>
    </div>
  )
}

function Undo({ view, isLive, line, language, acts }: NowProps) {
  const now = useOfficeTime(line)
  const seconds = view.undo === null ? 0 : secondsUntil(view.undo.until, now)
  const undo = seconds > 0 ? view.undo : null
  const what = undo?.what === 'no-show' ? words.undoNoShow : words.undoFinish
  // What is under way now is not to be pushed aside; a person only called goes back to their place.
  const begun = view.current?.state === 'serving' ? { label: printed(view.current.label) } : null
  const isPossible = undo !== null && begun === null
  const whyNot = undo === null || begun === null ? words.undoNothing : filledBoth(words.undoBegunWhy, begun)
  return (
    <ActionButton
      shortcut="KeyZ"
      label={
        <>
          {words.undo[language]}
          {isPossible ? <span className="undo-left"> {stopwatch(seconds * 1000)}</span> : null}
        </>
      }
      hint={
        undo === null
          ? words.undoNothing[language]
          : begun === null
            ? filled(what[language], { label: printed(undo.label) })
            : filled(words.undoBegun[language], begun)
      }
      disabled={!isLive || !isPossible}
      onImpossible={() => acts.sayWhyNot(words.undo, isLive ? whyNot : words.afterLine)}
      onAct={() => acts.act('undo', { window: view.window })}
      onRefused={acts.setRefused}
      language={language}
    />
  )
}
