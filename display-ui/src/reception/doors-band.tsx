import type { HallView } from '#shared/views.ts'
import { Both } from '../both.tsx'
import { HIGHLIGHT_MS, isFresh } from '../freshness.ts'
import './doors-band.css'
import { comeTo, lateAt, words } from './words.ts'

type Reception = HallView['reception']
type Props = { readonly calls: Reception['calls']; readonly late: Reception['late']; readonly now: number }

/** „ПД-0147 · 09:15 · стая 204“: whom the officials call to their doors. Numbers, never names. */
export function DoorsBand({ calls, late, now }: Props) {
  return (
    <section className="doors" aria-label={words.reception.bg} aria-live="polite">
      <h2 className="doors-heading">
        <Both words={words.reception} className="both-stacked" />
      </h2>
      <ul className="doors-calls">
        {calls.map((call) => (
          <li
            key={`${call.id} ${call.times}`}
            className={`door-call door-call-${call.state} ${call.state === 'called' && isFresh(call.at, now, HIGHLIGHT_MS) ? 'door-call-lit' : ''}`}
          >
            <span aria-hidden="true" className="door-call-row">
              <span className="door-call-number">{call.number}</span>
              <span className="door-call-time">{call.time}</span>
              <span className="door-call-room">
                <Both words={words.room} className="both-stacked door-call-word" />
                {call.room}
              </span>
            </span>
            <span className="visually-hidden">
              <Both words={comeTo(call)} />
            </span>
          </li>
        ))}
      </ul>
      {late.length === 0 || calls.length > 1 ? null : (
        <ul className="doors-late">
          {late.slice(0, 2).map(({ official, room, minutes }) => (
            <li key={official}>
              <Both words={lateAt(room, minutes)} className="both-stacked" />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
