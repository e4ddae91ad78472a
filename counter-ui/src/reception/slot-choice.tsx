import { useRef } from 'react'
import { say } from '#shared/client/format.ts'
import type { Language } from '../language.ts'
import { dayAndMonth, weekdayName } from '../supervisor/dates.ts'
import { ChoiceList } from './choice-list.tsx'
import {
  dayState,
  earliest,
  slotWords,
  type DeskDay,
  type DeskOfficial,
  type Proposed,
  type SlotDraft,
} from './slots.ts'
import { words } from './words.ts'

type Props = {
  readonly officials: readonly DeskOfficial[]
  readonly choice: Proposed
  readonly onChoose: (draft: SlotDraft) => void
  /** The slot is settled: on to what comes after it. */
  readonly onNext: () => void
  readonly now: number
  readonly language: Language
  /** Whether the first list takes the focus when the desk opens. */
  readonly isFirst?: boolean
}

/** Official, day, time: three lists side by side, the earliest free slot proposed from the start. */
export function SlotChoice({ officials, choice, onChoose, onNext, now, language, isFirst = false }: Props) {
  const dayList = useRef<HTMLDivElement>(null)
  const timeList = useRef<HTMLDivElement>(null)
  const { official, day, time } = choice
  if (official === null) return <p className="side-empty">{say(words.noOfficials, language)}</p>

  const isOpen = day !== null && day.free.length > 0 && dayState(day, now) === 'free'
  return (
    <div className="slot-choice">
      <section className="slot-officials">
        <h3 className="slot-heading">{say(words.official, language)}</h3>
        <ChoiceList
          label={say(words.official, language)}
          className="official-options"
          chosen={official.id}
          onChoose={(id) => {
            const next = officials.find((each) => each.id === id)
            if (next !== undefined) onChoose({ official: next.id, date: null, time: null })
          }}
          onNext={() => dayList.current?.focus()}
          {...(isFirst ? { place: focusFirst } : {})}
          options={officials.map((each) => ({
            id: each.id,
            content: <OfficialOption official={each} now={now} language={language} />,
          }))}
        />
      </section>
      <section className="slot-days">
        <h3 className="slot-heading">{say(words.day, language)}</h3>
        {official.days.length === 0 ? <p className="side-empty">{say(words.noDays, language)}</p> : null}
        <ChoiceList
          label={say(words.day, language)}
          place={(element) => (dayList.current = element)}
          chosen={day?.date ?? null}
          onChoose={(date) => {
            const next = official.days.find((each) => each.date === date)
            if (next !== undefined) onChoose({ official: official.id, date: next.date, time: null })
          }}
          onNext={() => (isOpen ? timeList.current?.focus() : onNext())}
          options={official.days.map((each) => ({
            id: each.date,
            content: <DayOption day={each} officials={officials} now={now} language={language} />,
            isOff: dayState(each, now) === 'over',
          }))}
        />
      </section>
      <section className="slot-times">
        <h3 className="slot-heading">{say(words.time, language)}</h3>
        {isOpen ? (
          <ChoiceList
            label={say(words.time, language)}
            className="time-options"
            columns={TIME_COLUMNS}
            place={(element) => (timeList.current = element)}
            chosen={time}
            onChoose={(id) => {
              const next = day.free.find((each) => each === id)
              if (next !== undefined) onChoose({ official: official.id, date: day.date, time: next })
            }}
            onNext={() => {
              if (time !== null) onChoose({ official: official.id, date: day.date, time })
              onNext()
            }}
            options={day.free.map((each) => ({ id: each, content: each }))}
          />
        ) : (
          <NoTimes official={official} day={day} now={now} language={language} onChoose={onChoose} />
        )}
      </section>
    </div>
  )
}

const TIME_COLUMNS = 2

function focusFirst(element: HTMLDivElement | null) {
  // Once: afterwards the focus is wherever the clerk has taken it.
  if (element !== null && element.dataset['met'] === undefined) {
    element.dataset['met'] = ''
    element.focus()
  }
}

type OfficialProps = { readonly official: DeskOfficial; readonly now: number; readonly language: Language }

function OfficialOption({ official, now, language }: OfficialProps) {
  const first = earliest(official, now)
  return (
    <span className="official-option">
      <span className="official-post">{say(official.post, language)}</span>
      <span className="option-quiet official-portfolio">{say(official.portfolio, language)}</span>
      <span className="option-quiet">
        {first === null
          ? say(words.noDays, language)
          : `${dayAndMonth(first.date, language)} ${first.time} · ${say(words.room(official.room), language)}`}
      </span>
    </span>
  )
}

type DayProps = {
  readonly day: DeskDay
  readonly officials: readonly DeskOfficial[]
  readonly now: number
  readonly language: Language
}

function DayOption({ day, officials, now, language }: DayProps) {
  const state = dayState(day, now)
  const substitute = officials.find(({ id }) => id === day.substitute)
  return (
    <span className="day-option" data-state={state}>
      <span className="day-date">
        {weekdayName(day.date, language, 'short')} {dayAndMonth(day.date, language)}
      </span>
      <span className="option-quiet">{dayWords(day, state, language)}</span>
      {substitute === undefined ? null : (
        <span className="option-quiet day-why">{say(words.substituted(substitute.post), language)}</span>
      )}
      {day.why === null ? null : <span className="option-quiet day-why">{say(day.why, language)}</span>}
    </span>
  )
}

function dayWords(day: DeskDay, state: ReturnType<typeof dayState>, language: Language): string {
  switch (state) {
    case 'over':
      return say(words.dayOver, language)
    case 'full':
      return day.listed === 0
        ? say(words.dayFull, language)
        : `${say(words.dayFull, language)} · ${say(words.listed(day.listed), language)}`
    case 'free':
      return say(words.freePlaces(day.left), language)
  }
}

type NoTimesProps = OfficialProps & {
  readonly day: DeskDay | null
  readonly onChoose: (draft: SlotDraft) => void
}

/** A day without free times: the next one that has them is one press away; the waiting list is the main action. */
function NoTimes({ official, day, now, language, onChoose }: NoTimesProps) {
  const next = earliest(official, now)
  if (day === null) return null
  return (
    <div className="no-times">
      <p>{say(dayState(day, now) === 'over' ? words.overText : words.fullText, language)}</p>
      {next === null ? null : (
        <button type="button" className="plain-button" onClick={() => onChoose(next)}>
          {say(words.takeEarliest(slotWords(next, language)), language)}
        </button>
      )}
    </div>
  )
}
