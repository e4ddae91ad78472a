import { timeOfDay } from '#shared/client/format.ts'
import { useOfficeTime } from '#shared/client/use-live.ts'
import type { WindowView } from '#shared/views.ts'
import { ActionButton } from '../action-button.tsx'
import { words as entryWords } from '../entry/words.ts'
import type { Language } from '../language.ts'
import { ToolButton } from '../tool-button.tsx'
import { filled, words } from '../words.ts'
import { closingNotice } from './closing.ts'
import type { DeskActs } from './desk-acts.ts'
import type { PanelKind } from './desk-panel.tsx'
import type { DeskProps } from './desk.tsx'
import { waited } from './waited.ts'

type Props = DeskProps & {
  readonly acts: DeskActs
  readonly openPanel: PanelKind | null
  readonly onPanel: (kind: PanelKind) => void
}

/** The calm line below: the hours, what is near their end, who asks for help. It is always there, so that nothing jumps. */
export function DeskFoot({ view, isLive, line, zone, language, acts, openPanel, onPanel }: Props) {
  const now = useOfficeTime(line, 1_000)
  const notice = closingNotice(view.day, now)
  return (
    <div className="desk-foot">
      <p className="desk-hours" data-near={notice !== null} role="status">
        {hoursWords(view, zone, language, now)}
      </p>
      {view.assistanceAsked === null ? null : (
        <div className="desk-assistance">
          <p role="status">
            {filled(words.assistance[language], { n: waited(view.assistanceAsked, now, Infinity).minutes })}
          </p>
          <ActionButton
            label={words.assistanceGo[language]}
            shortcut="KeyA"
            onAct={() => acts.act('answer-assistance', {})}
            disabled={!isLive}
            onImpossible={() => acts.sayWhyNot(words.assistanceGo, words.afterLine)}
            language={language}
          />
        </div>
      )}
      {view.day.phase === 'finishing' ? (
        <ToolButton
          shortcut="KeyE"
          label={entryWords.enter[language]}
          disabled={!isLive}
          onImpossible={() => acts.sayWhyNot(entryWords.enter, words.afterLine)}
          isOpen={openPanel === 'entry'}
          onPress={() => onPanel('entry')}
        />
      ) : null}
    </div>
  )
}

function hoursWords({ day, queue }: WindowView, zone: string, language: Language, now: number): string {
  const time = (at: string | null) => (at === null ? '' : timeOfDay(at, zone, language))
  // Everyone in the hall, whichever window serves them: the limit is the office's.
  const inHall = queue.reduce((sum, service) => sum + service.waiting, 0)
  const notice = closingNotice(day, now)
  switch (notice?.kind) {
    case 'closes-soon':
      return filled(words.closesSoon[language], {
        n: notice.minutes,
        closes: time(day.closesAt),
        limit: time(day.limitAt),
      })
    case 'limit-soon':
      return filled(words.limitSoon[language], { m: notice.minutes, limit: time(day.limitAt), n: inHall })
    case 'finishing':
      return filled(words.finishing[language], { limit: time(day.limitAt), n: inHall })
    case undefined:
      break
  }
  const why = day.why === null ? '' : `: ${day.why[language]}`
  switch (day.phase) {
    case 'closed-day':
      return words.dayOff[language] + why
    case 'before-opening':
      return filled(words.beforeOpening[language], { opens: time(day.opensAt) }) + why
    case 'open':
    case 'finishing':
      return filled(words.hours[language], { closes: time(day.closesAt) }) + why
    case 'closed':
      return words.dayOver[language]
  }
}
