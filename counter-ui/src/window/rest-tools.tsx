import { printed } from '#shared/labels.ts'
import type { Bilingual } from '#shared/ids.ts'
import { stopwatch } from '#shared/client/format.ts'
import { useOfficeTime } from '#shared/client/use-live.ts'
import { ActionButton } from '../action-button.tsx'
import { ToolButton } from '../tool-button.tsx'
import { filled, words } from '../words.ts'
import { useCanPrint } from './copy-panel.tsx'
import type { NowProps } from './now-card.tsx'
import { whyNoRest, type NoRest } from './rest.ts'
import { secondsUntil } from './waited.ts'

const restWords: { readonly [W in NoRest]: Bilingual } = {
  busy: words.restBusy,
  held: words.restHeld,
  'last-window': words.restLast,
  'sent-here': words.restSentHere,
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
  const hint = (why: NoRest | null) =>
    why === null ? undefined : filled(restWords[why][language], { label: printed(view.current?.label ?? '') })
  return (
    <div className="now-rest">
      <ToolButton
        shortcut="KeyP"
        label={words.pause[language]}
        hint={hint(noPause)}
        disabled={!isLive || view.state === 'paused' || noPause !== null}
        isOpen={openPanel === 'pause'}
        onPress={() => onPanel('pause')}
      />
      <ActionButton
        shortcut="KeyC"
        label={words.close[language]}
        hint={hint(noClose)}
        disabled={!isLive || noClose !== null}
        onAct={() => acts.act('close-window', { window: view.window })}
        onRefused={acts.setRefused}
        language={language}
      />
      {canPrint ? (
        <ToolButton
          shortcut="KeyD"
          label={words.copy[language]}
          disabled={!isLive}
          isOpen={openPanel === 'copy'}
          onPress={() => onPanel('copy')}
        />
      ) : null}
      <Undo {...props} />
    </div>
  )
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
      onAct={() => acts.act('undo', { window: view.window })}
      onRefused={acts.setRefused}
      language={language}
    />
  )
}
