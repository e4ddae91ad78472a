import { printed } from '#shared/labels.ts'
import type { Bilingual } from '#shared/ids.ts'
import { stopwatch } from '#shared/client/format.ts'
import { useOfficeTime } from '#shared/client/use-live.ts'
import { ActionButton } from '../action-button.tsx'
import { ToolButton } from '../tool-button.tsx'
import { filled, filledBoth, words } from '../words.ts'
import { useCanPrint } from './copy-panel.tsx'
import type { NowProps } from './now-card.tsx'
import { whyNoRest, type NoRest } from './rest.ts'
import { secondsUntil } from './waited.ts'

const restWords: { readonly [W in NoRest]: Bilingual } = {
  busy: words.restBusy,
  held: words.restHeld,
  'last-window': words.restLast,
  'sent-here': words.restSentHere,
  'day-over': words.dayEnded,
}

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
  const noPauseWords = view.state === 'paused' ? words.restPaused : restHint(view, noPause)
  const whyNot = (what: Bilingual, no: NoRest | null, why: Bilingual | null) => () =>
    acts.sayWhyNot(what, !isLive ? words.afterLine : no === 'last-window' ? words.lastWindowWhy : why)
  return (
    <div className="now-rest">
      <ToolButton
        shortcut="KeyP"
        label={words.pause[language]}
        hint={restHint(view, noPause)?.[language]}
        disabled={!isLive || view.state === 'paused' || noPause !== null}
        onImpossible={whyNot(words.pause, noPause, noPauseWords)}
        isOpen={openPanel === 'pause'}
        onPress={() => onPanel('pause')}
      />
      <ActionButton
        shortcut="KeyC"
        label={words.close[language]}
        hint={restHint(view, noClose)?.[language]}
        disabled={!isLive || noClose !== null}
        onImpossible={whyNot(words.close, noClose, restHint(view, noClose))}
        onAct={() => acts.act('close-window', { window: view.window })}
        onRefused={acts.setRefused}
        language={language}
      />
      {canPrint ? (
        <ToolButton
          shortcut="KeyD"
          label={words.copy[language]}
          disabled={!isLive}
          onImpossible={whyNot(words.copy, null, null)}
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

/** @returns why there is no rest, in a few words; null: there may be one. */
function restHint({ current, held }: NowProps['view'], no: NoRest | null): Bilingual | null {
  if (no === null) return null
  const label = (no === 'busy' ? current : held[0])?.label ?? ''
  return filledBoth(restWords[no], { label: printed(label) })
}

function Undo({ view, isLive, line, language, acts }: NowProps) {
  const now = useOfficeTime(line)
  const seconds = view.undo === null ? 0 : secondsUntil(view.undo.until, now)
  const what = view.undo?.what === 'no-show' ? words.undoNoShow : words.undoFinish
  // What is under way now is not to be pushed aside; a person only called goes back to their place.
  const isBusy = view.current?.state === 'serving'
  const isPossible = view.undo !== null && seconds > 0 && !isBusy
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
        isPossible
          ? filled(what[language], { label: printed(view.undo?.label ?? '') })
          : words.undoNothing[language]
      }
      disabled={!isLive || !isPossible}
      onImpossible={() => acts.sayWhyNot(words.undo, isLive ? words.undoNothing : words.afterLine)}
      onAct={() => acts.act('undo', { window: view.window })}
      onRefused={acts.setRefused}
      language={language}
    />
  )
}
