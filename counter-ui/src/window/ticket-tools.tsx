import { outcomeWords } from '#shared/words/reasons.ts'
import { ActionButton } from '../action-button.tsx'
import { ToolButton } from '../tool-button.tsx'
import { filled, words } from '../words.ts'
import type { NowProps } from './now-card.tsx'

/** What else may be done with the person at the window. */
export function TicketTools(props: NowProps) {
  const { view, isLive, language, acts, outcome, openPanel, onPanel } = props
  const { act, setRefused } = acts
  const window = { window: view.window }
  const shared = { disabled: !isLive, onRefused: setRefused, language }

  const hold = (
    <ActionButton
      {...shared}
      shortcut="KeyH"
      label={words.hold[language]}
      hint={words.holdHint[language]}
      onAct={() => act('hold', window)}
    />
  )
  const transfer = (
    <ToolButton
      shortcut="KeyT"
      label={words.transfer[language]}
      disabled={!isLive}
      isOpen={openPanel === 'transfer'}
      onPress={() => onPanel('transfer')}
    />
  )

  if (view.current?.state === 'called') {
    const { recallsLeft, mayBeNoShow, id } = view.current
    return (
      <div className="now-tools">
        <ActionButton
          {...shared}
          shortcut="KeyR"
          label={words.recall[language]}
          hint={filled(words.recallsLeft[language], { n: recallsLeft })}
          disabled={!isLive || recallsLeft === 0}
          onAct={() => act('recall', window)}
        />
        <ActionButton
          {...shared}
          shortcut="KeyN"
          action={id}
          label={words.noShow[language]}
          hint={(mayBeNoShow ? words.noShowHint : words.noShowDue)[language]}
          disabled={!isLive || !mayBeNoShow}
          onAct={() => act('mark-no-show', { ...window, callNext: true })}
        />
        {hold}
        {transfer}
      </div>
    )
  }
  if (view.current?.state === 'serving') {
    const { id } = view.current
    return (
      <div className="now-tools">
        <ActionButton
          {...shared}
          shortcut="KeyF"
          action={id}
          label={words.finish[language]}
          hint={words.finishHint[language]}
          onAct={() => act('finish-service', { ...window, ...(outcome === null ? {} : { outcome }) })}
        />
        <ToolButton
          shortcut="KeyO"
          label={words.outcome[language]}
          hint={outcomeWords[outcome ?? 'served'][language]}
          isOpen={openPanel === 'outcome'}
          onPress={() => onPanel('outcome')}
        />
        {hold}
        {transfer}
        <ToolButton
          shortcut="KeyS"
          label={words.addService[language]}
          disabled={!isLive}
          isOpen={openPanel === 'add-service'}
          onPress={() => onPanel('add-service')}
        />
      </div>
    )
  }
  return <div className="now-tools" />
}
