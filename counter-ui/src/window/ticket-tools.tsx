import type { Bilingual } from '#shared/ids.ts'
import { outcomeWords } from '#shared/words/reasons.ts'
import { ActionButton } from '../action-button.tsx'
import { ToolButton } from '../tool-button.tsx'
import { filled, words } from '../words.ts'
import { isWithoutWork } from './main-action.ts'
import type { NowProps } from './now-card.tsx'
import { said } from './outcomes.ts'

/** What else may be done with the person at the window. */
export function TicketTools(props: NowProps) {
  const { view, isLive, language, acts, outcome, openPanel, onPanel } = props
  const { act, setRefused } = acts
  const window = { window: view.window }
  const shared = { disabled: !isLive, onRefused: setRefused, language }
  const isOver = isWithoutWork(view.day.phase)
  const whyNot = (what: Bilingual, why: Bilingual | null) => () =>
    acts.sayWhyNot(what, isLive ? why : words.afterLine)

  const hold = (
    <ActionButton
      {...shared}
      shortcut="KeyH"
      label={words.hold[language]}
      hint={words.holdHint[language]}
      disabled={!isLive || isOver}
      onImpossible={whyNot(words.hold, words.dayEnded)}
      onAct={() => act('hold', window)}
    />
  )
  const transfer = (
    <ToolButton
      shortcut="KeyT"
      label={words.transfer[language]}
      disabled={!isLive || isOver}
      onImpossible={whyNot(words.transfer, words.dayEnded)}
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
          disabled={!isLive || isOver || recallsLeft === 0}
          onImpossible={whyNot(words.recall, isOver ? words.dayEnded : words.recallsUsed)}
          onAct={() => act('recall', window)}
        />
        <ActionButton
          {...shared}
          shortcut="KeyN"
          action={id}
          label={words.noShow[language]}
          hint={isOver ? null : (mayBeNoShow ? words.noShowHint : words.noShowDue)[language]}
          disabled={!isLive || !mayBeNoShow}
          onImpossible={whyNot(words.noShow, words.noShowDue)}
          onAct={() => act('mark-no-show', { ...window, ...(isOver ? {} : { callNext: true }) })}
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
          onImpossible={whyNot(words.finish, null)}
          onAct={() => act('finish-service', { ...window, ...said(outcome) })}
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
          disabled={!isLive || isOver}
          onImpossible={whyNot(words.addService, words.dayEnded)}
          isOpen={openPanel === 'add-service'}
          onPress={() => onPanel('add-service')}
        />
      </div>
    )
  }
  return <div className="now-tools" />
}
