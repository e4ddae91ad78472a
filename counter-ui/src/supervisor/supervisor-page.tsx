import { say } from '#shared/client/format.ts'
import { useLive } from '#shared/client/use-live.ts'
import { boardAttentionOf } from '../boards/board-attention.ts'
import { BoardsSection } from '../boards/boards-section.tsx'
import { words as boardWords } from '../boards/words.ts'
import { words as entryWords } from '../entry/words.ts'
import type { PageProps } from '../page-props.ts'
import { FairnessSection } from '../planning/fairness-section.tsx'
import { PlanSection } from '../planning/plan-section.tsx'
import { words as planning } from '../planning/words.ts'
import { paperAttentionOf } from '../printing/paper-attention.ts'
import { PrintingSection } from '../printing/printing-section.tsx'
import { words as printingWords } from '../printing/words.ts'
import { AssistanceNotice } from './assistance-notice.tsx'
import { CalendarSection } from './calendar-section.tsx'
import { DayStrip } from './day-strip.tsx'
import { EntrySection } from './entry-section.tsx'
import { HallSection } from './hall-section.tsx'
import { OutOfOrderSection } from './out-of-order-section.tsx'
import { RollsSection } from './rolls-section.tsx'
import { Section, SectionNavigation, useSection } from './section-navigation.tsx'
import './sheet.css'
import './supervisor.css'
import { words } from './words.ts'

/** The shift at a glance, and what only its supervisor may do. */
export function SupervisorPage({ api, line, office, zone, language }: PageProps) {
  const live = useLive(line, office, 'supervisor')
  const printing = useLive(line, office, 'printing')
  const boards = useLive(line, office, 'boards')
  const current = useSection([
    'hall',
    'entry',
    'out-of-order',
    'calendar',
    'plan',
    'fairness',
    'printing',
    'boards',
  ])

  if (live.status === 'connecting') return <p className="sheet-face">{say(words.connecting, language)}</p>
  if (live.status === 'refused') {
    return (
      <div className="sheet-face" role="alert">
        <h1>{say(words.refused, language)}</h1>
        <p>{say(live.rejection.message, language)}</p>
      </div>
    )
  }

  const stale = live.status === 'stale'
  const { view } = live
  const paper = 'view' in printing ? paperAttentionOf(printing.view) : []
  const walls = 'view' in boards ? boardAttentionOf(boards.view) : []
  const shared = { view, api, office, zone, language, stale }
  return (
    <div className="supervisor" data-stale={stale}>
      <h1 className="visually-hidden">{say(words.title, language)}</h1>
      {stale ? (
        <p className="sheet-alarm" role="status">
          {say(words.stale, language)}
        </p>
      ) : null}
      <AssistanceNotice {...shared} />
      <DayStrip view={view} zone={zone} language={language} />
      <SectionNavigation
        name={say(words.sections, language)}
        current={current}
        entries={[
          { id: 'hall', name: say(words.now, language) },
          { id: 'entry', name: say(entryWords.entry, language) },
          { id: 'out-of-order', name: say(words.outOfOrder, language), mark: view.outOfOrder.length },
          { id: 'calendar', name: say(words.calendar, language), mark: view.exceptions.length },
          { id: 'plan', name: say(planning.plan, language) },
          { id: 'fairness', name: say(planning.fairness, language) },
          { id: 'printing', name: say(printingWords.printing, language), mark: paper.length },
          { id: 'boards', name: say(boardWords.boards, language), mark: walls.length },
        ]}
      />
      <Section shown={current === 'hall'}>
        <HallSection {...shared} line={line} devices={[...walls, ...paper]} />
      </Section>
      <Section shown={current === 'entry'}>
        <EntrySection {...shared} />
        <RollsSection {...shared} />
      </Section>
      <Section shown={current === 'out-of-order'}>
        <OutOfOrderSection view={view} zone={zone} language={language} />
      </Section>
      <Section shown={current === 'calendar'}>
        <CalendarSection {...shared} />
      </Section>
      <Section shown={current === 'plan'}>
        <PlanSection {...shared} />
      </Section>
      <Section shown={current === 'fairness'}>
        <FairnessSection {...shared} shown={current === 'fairness'} />
      </Section>
      <Section shown={current === 'printing'}>
        <PrintingSection {...shared} line={line} mayCopy />
      </Section>
      <Section shown={current === 'boards'}>
        <BoardsSection {...shared} line={line} />
      </Section>
    </div>
  )
}
