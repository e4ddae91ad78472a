import { useEffect, useRef, useState } from 'react'
import { say, timeOfDay } from '#shared/client/format.ts'
import type { Arrived } from '#shared/reception.ts'
import { ActionButton } from '../action-button.tsx'
import { useAction } from '../action.ts'
import type { DeskPart } from './desk-part.ts'
import { earlierWords } from './earlier.tsx'
import { words } from './words.ts'

/** Who has come and reports here: by the number on the slip, or from today's list. */
export function ArrivalsPart({ view, isLive, act, zone, language }: DeskPart) {
  const [typed, write] = useState('')
  const [arrived, become] = useState<Arrived | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  async function report(number: string) {
    become(null)
    const reply = await act('report-arrival', { number })
    if (reply.kind === 'done') {
      become(reply.value.appointment)
      write('')
      field.current?.focus()
    }
    return reply
  }
  const { state, run } = useAction(() => report(typed))

  return (
    <div className="find">
      <form
        className="find-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() !== '') void run()
        }}
      >
        <label htmlFor="arrival-text">{say(words.arrivalLabel, language)}</label>
        <div className="find-row">
          <input
            ref={field}
            id="arrival-text"
            value={typed}
            autoComplete="off"
            spellCheck={false}
            aria-describedby="arrival-about"
            onChange={(event) => write(event.target.value)}
          />
          <button
            type="submit"
            className="action-button find-go"
            aria-disabled={!isLive || typed.trim() === ''}
          >
            {say(words.arrivalGo, language)}
          </button>
        </div>
        <p
          id="arrival-about"
          className={state.face === 'refused' ? 'field-trouble' : 'field-hint'}
          role="status"
        >
          {state.face === 'refused'
            ? say(state.why, language)
            : arrived === null
              ? say(words.arrivalHint, language)
              : say(
                  words.arrivalDone(
                    arrived.number,
                    timeOfDay(arrived.expectedAt, zone, language),
                    arrived.room,
                  ),
                  language,
                )}
        </p>
      </form>
      {view.today.length === 0 ? <p className="side-empty">{say(words.todayNone, language)}</p> : null}
      <ul role="list" className="arrivals" aria-label={say(words.todayList, language)}>
        {view.today.map((each) => (
          <li key={each.number} className="arrival">
            <b className="sheet-nowrap">{each.time}</b>
            <b className="sheet-nowrap" lang="bg">
              {each.number}
            </b>
            <span>
              {say(
                view.officials.find(({ id }) => id === each.official)?.post ?? {
                  bg: each.official,
                  en: each.official,
                },
                language,
              )}
            </span>
            <span className="option-quiet">
              {earlierWords(each, view, language)}
              {each.arrivedAt === null ? '' : ` ${timeOfDay(each.arrivedAt, zone, language)}`}
            </span>
            {each.state === 'booked' || each.state === 'displaced' ? (
              <ActionButton
                label={say(words.arrivalGo, language)}
                onAct={() => report(each.number)}
                disabled={!isLive}
                language={language}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
