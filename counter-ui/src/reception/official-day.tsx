import { useState } from 'react'
import { clockWords, longDate, say, timeOfDay } from '#shared/client/format.ts'
import { useLive, useOfficeTime } from '#shared/client/use-live.ts'
import type { SignedUp } from '#shared/reception.ts'
import type { DeskView, OfficialView } from '#shared/views.ts'
import { ActionButton } from '../action-button.tsx'
import type { PageProps } from '../page-props.ts'
import { shortDate, weekdayName } from '../supervisor/dates.ts'
import { Confirmation } from './confirmation.tsx'
import { DayList } from './day-list.tsx'
import { DespiteField, despiteOf } from './despite-field.tsx'
import { emptyPerson, fieldOf, gapsOf, personOf } from './person-draft.ts'
import { onFormKey, PersonFields, type FieldTrouble } from './person-fields.tsx'
import { PrintedList } from './printed-list.tsx'
import { useActs, type Act } from './use-acts.ts'
import { usePersonsOfDay } from './use-persons.ts'
import { words } from './words.ts'

type Props = PageProps & {
  readonly official: OfficialView['official']['id']
  /** To which a question may be passed on; null: the list itself says. */
  readonly units: DeskView['units'] | null
  /** Whether arrivals are recorded here too: by the secretary. */
  readonly recordsArrivals: boolean
}

/** One official's reception day: the list in slot order, and all that happens by it. */
export function OfficialDay({ official, ...props }: Props) {
  const { line, office, language } = props
  const live = useLive(line, office, `reception/official/${official}`)
  if (live.status === 'connecting') return <p className="sheet-empty">{say(words.loading, language)}</p>
  if (live.status === 'refused') {
    return (
      <p className="sheet-empty" role="alert">
        {say(live.rejection.message, language)}
      </p>
    )
  }
  return <Shown key={official} {...props} view={live.view} isLive={live.status === 'live'} />
}

type ShownProps = Omit<Props, 'official'> & { readonly view: OfficialView; readonly isLive: boolean }

function Shown({ view, isLive, units, recordsArrivals, ...page }: ShownProps) {
  const { api, office, zone, language } = page
  const act = useActs(page, `reception/official/${view.official.id}`)
  const [asked, ask] = useState<string | null>(null)
  const today = view.day.date
  const dates = [today, ...view.coming.map(({ date }) => date)]
  const date = dates.find((each) => each === asked) ?? today
  const isToday = date === today
  const appointments = isToday
    ? view.today
    : (view.coming.find((each) => each.date === date)?.appointments ?? [])
  const persons = usePersonsOfDay(api, office, {
    official: view.official.id,
    date,
    // Read again when somebody joins or leaves the list, not at each step of the day.
    turn: appointments.map(({ number }) => number).join(),
  })
  const facts = [
    view.substitute === null ? null : say(words.substituteIs(view.substitute.post), language),
    say(words.room(view.room), language),
    isToday && view.blocks.length > 0 ? view.blocks.map(({ from, to }) => `${from}–${to}`).join(', ') : null,
    isToday && view.why !== null ? say(view.why, language) : null,
  ].filter((each) => each !== null)

  return (
    <>
      <div className="day-bar">
        <h2>
          {say(view.official.post, language)} · {longDate(date, language)}
          <span className="option-quiet">{facts.join(' · ')}</span>
        </h2>
        {isToday ? <CallNext view={view} isLive={isLive} act={act} {...page} /> : null}
        {isToday ? <Lateness view={view} isLive={isLive} act={act} {...page} /> : null}
        {dates.length === 1 ? null : (
          <select
            className="day-select"
            aria-label={say(words.chooseDay, language)}
            value={date}
            onChange={(event) => ask(event.target.value)}
          >
            {dates.map((each) => (
              <option key={each} value={each}>
                {each === today
                  ? say(words.today, language)
                  : `${weekdayName(each, language, 'short')} ${shortDate(each, language)}`}
              </option>
            ))}
          </select>
        )}
        <button
          type="button"
          className="action-button step-button"
          disabled={appointments.length === 0}
          onClick={() => print()}
        >
          <span className="action-label">{say(words.printList, language)}</span>
        </button>
      </div>
      {persons.why === null ? null : (
        <p className="sheet-warn" role="alert">
          {say(words.personsUnread, language)} {say(persons.why, language)}
        </p>
      )}
      {isToday && view.blocks.length === 0 && appointments.length === 0 ? (
        <p className="sheet-empty">
          {say(words.noReception, language)} {view.why === null ? '' : say(view.why, language)}
        </p>
      ) : appointments.length === 0 ? (
        <p className="sheet-empty">{say(words.nobodySigned, language)}</p>
      ) : (
        <DayList
          appointments={appointments}
          persons={persons}
          units={units ?? view.units}
          today={today}
          zone={zone}
          isLive={isLive}
          act={act}
          isToday={isToday}
          recordsArrivals={recordsArrivals}
          language={language}
        />
      )}
      {isToday ? <WalkIn {...page} view={view} isLive={isLive} act={act} /> : null}
      {appointments.length === 0 ? null : (
        <PrintedList
          official={view.official}
          room={view.room}
          date={date}
          appointments={appointments}
          persons={persons}
          at={view.at}
          zone={zone}
          language={language}
        />
      )}
    </>
  )
}

type PartProps = PageProps & { readonly view: OfficialView; readonly isLive: boolean; readonly act: Act }

/** The main action of a reception day: the first by slot of those who have come. */
function CallNext({ view, isLive, act, language }: PartProps) {
  const next = view.today.find(({ state }) => state === 'arrived')
  return (
    <ActionButton
      kind="main"
      shortcut="Enter"
      action={next?.number ?? 'nobody'}
      label={say(words.callNext, language)}
      hint={
        next === undefined
          ? say(words.nobodyArrived, language)
          : say(words.callNextHint(next.number, say(clockWords(next.time ?? ''), language)), language)
      }
      onAct={() => act('call-appointment', { official: view.official.id })}
      disabled={!isLive || next === undefined}
      language={language}
    />
  )
}

const STEP_MINUTES = 5
const MOST_MINUTES = 240

/** So many minutes behind: the expected times move, and those who wait are told. */
function Lateness({ view, isLive, act, language }: PartProps) {
  const { late } = view
  const set = (minutes: number) => () => act('set-lateness', { official: view.official.id, minutes })
  const shared = { language }
  return (
    <div className="lateness" role="group" aria-label={say(words.late, language)}>
      <span>{say(words.late, language)}</span>
      <ActionButton
        {...shared}
        label={say(words.lateLess, language)}
        onAct={set(Math.max(0, late - STEP_MINUTES))}
        disabled={!isLive || late === 0}
      />
      <span className="lateness-figure" data-late={late > 0} role="status">
        {say(late === 0 ? words.onTime : words.lateBy(late), language)}
      </span>
      <ActionButton
        {...shared}
        label={say(words.lateMore, language)}
        onAct={set(Math.min(MOST_MINUTES, late + STEP_MINUTES))}
        disabled={!isLive || late === MOST_MINUTES}
      />
    </div>
  )
}

/**
 * Somebody without a sign-up, when there is time at the end of the block. The time offered changes while one types, and
 * with the one who is taken: what is typed stays, and so does the number that is being read out.
 */
function WalkIn({ view, isLive, act, ...page }: PartProps) {
  const { line, zone, language } = page
  const now = useOfficeTime(line, 5_000)
  const [isOpen, open] = useState(false)
  const [person, write] = useState(emptyPerson)
  const [despite, writeDespite] = useState('')
  const [isAnswered, answer] = useState(false)
  const [trouble, become] = useState<FieldTrouble | null>(null)
  const [taken, take] = useState<SignedUp | null>(null)
  if (taken !== null) {
    return (
      <section className="panel walk-in">
        <Confirmation {...page} signedUp={taken} reads="bg" hasKeys={false} onDone={() => take(null)} />
      </section>
    )
  }
  const { walkIn } = view
  if (walkIn === null) return null
  const isTime = Date.parse(walkIn.from) <= now && now < Date.parse(walkIn.until)
  return (
    <section className="panel walk-in" aria-labelledby="walk-in-title">
      <h2 id="walk-in-title">{say(words.walkIn, language)}</h2>
      <p>
        {say(words.walkInAt(say(clockWords(walkIn.time), language)), language)}
        {isTime
          ? null
          : ` (${timeOfDay(walkIn.from, zone, language)} – ${timeOfDay(walkIn.until, zone, language)})`}
      </p>
      {isOpen ? (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of its fields, in one place
        <div
          ref={focusFirstField}
          onKeyDown={(event) =>
            onFormKey(event, () =>
              event.currentTarget.querySelector<HTMLElement>('.action-main .action-button')?.click(),
            )
          }
        >
          <div className="person-fields">
            <PersonFields
              draft={person}
              onWrite={(next) => {
                become(null)
                answer(false) // another question, perhaps
                write(next)
              }}
              trouble={trouble}
              language={language}
            />
          </div>
          {isAnswered ? (
            <DespiteField
              value={despite}
              trouble={trouble}
              language={language}
              onWrite={(next) => {
                become(null)
                writeDespite(next)
              }}
            />
          ) : null}
          <ActionButton
            kind="main"
            label={say(words.walkInTake(say(clockWords(walkIn.time), language)), language)}
            onAct={async () => {
              const reply = await act('take-walk-in', {
                official: view.official.id,
                person: personOf(person),
                ...(isAnswered ? despiteOf(despite) : {}),
              })
              if (reply.kind === 'done') {
                take(reply.value.appointment)
                write(emptyPerson)
                writeDespite('')
                answer(false)
                open(false)
              }
              const field = reply.kind === 'refused' ? fieldOf(reply.rejection) : null
              if (reply.kind === 'refused' && field !== null) become({ field, why: reply.rejection.message })
              if (reply.kind === 'refused' && reply.rejection.code === 'already-answered') answer(true)
              return reply
            }}
            disabled={
              !isLive || !isTime || gapsOf(person).length > 0 || (isAnswered && despite.trim() === '')
            }
            language={language}
          />
        </div>
      ) : (
        <button
          type="button"
          className="action-button step-button"
          aria-disabled={!isLive || !isTime}
          onClick={() => (isLive && isTime ? open(true) : undefined)}
        >
          <span className="action-label">
            {say(words.walkInTake(say(clockWords(walkIn.time), language)), language)}
          </span>
        </button>
      )}
    </section>
  )
}

/** The button that was pressed is gone: the first field takes the focus in its place. */
function focusFirstField(form: HTMLElement | null) {
  form?.querySelector('input')?.focus()
}
