import { clockFace, longDate, say, timeOfDay } from '#shared/client/format.ts'
import type { SupervisorView } from '#shared/views.ts'
import type { Language } from '../language.ts'
import { shortDate } from './dates.ts'
import { percentOf } from './share.ts'
import { calledWithinWords, ofThoseKnownWords, phaseWords, words } from './words.ts'

type Props = { readonly view: SupervisorView; readonly zone: string; readonly language: Language }

/** The day and its figures in one band. */
export function DayStrip({ view, zone, language }: Props) {
  return (
    <div className="day-strip">
      <Day view={view} zone={zone} language={language} />
      <Figures view={view} language={language} />
    </div>
  )
}

function Day({ view: { day }, zone, language }: Props) {
  return (
    <section className="day" aria-label={say(words.day, language)}>
      <p className="day-phase" data-phase={day.phase}>
        {say(phaseWords[day.phase], language)}
      </p>
      <div>
        <p className="day-date">{longDate(day.date, language)}</p>
        <p className="day-facts">
          {day.opensAt !== null && day.closesAt !== null ? (
            <span>
              <span className="visually-hidden">{say(words.hours, language)} </span>
              <b className="sheet-nowrap">
                {clockFace(day.opensAt, zone)}–{timeOfDay(day.closesAt, zone, language)}
              </b>
            </span>
          ) : null}
          {day.limitAt === null ? null : (
            <span className="sheet-nowrap">
              {say(words.limit, language)} <b>{timeOfDay(day.limitAt, zone, language)}</b>
            </span>
          )}
          {(day.phase === 'closed' || day.phase === 'closed-day') && day.next !== null ? (
            <span>
              {say(words.nextOpening, language)}{' '}
              <b>
                {shortDate(day.next.date, language)}, {timeOfDay(day.next.opensAt, zone, language)}
              </b>
            </span>
          ) : null}
        </p>
        {day.why === null ? null : <p className="day-why">{say(day.why, language)}</p>}
      </div>
    </section>
  )
}

function Figures({ view: { today, standardMinutes }, language }: Omit<Props, 'zone'>) {
  const percent = percentOf(today.calledWithinStandard, today.standardSettled)
  const ofAll = say(ofThoseKnownWords(today.standardSettled), language)
  return (
    <section className="figures" aria-label={say(words.today, language)}>
      <dl>
        <Figure name={say(words.waiting, language)} value={today.waiting} />
        <Figure name={say(words.issued, language)} value={today.issued} />
        <Figure name={say(words.finished, language)} value={today.finished} />
        <Figure name={say(words.noShow, language)} value={today.noShow} />
        <Figure name={say(words.left, language)} value={today.left} />
        <Figure name={say(words.unserved, language)} value={today.unserved} />
        <Figure name={say(words.apologies, language)} value={today.apologies} />
        <div className="figure">
          <dt>{say(calledWithinWords(standardMinutes), language)}</dt>
          <dd>
            {percent === null ? today.calledWithinStandard : `${percent} %`}{' '}
            <small>
              {percent === null ? null : `${today.calledWithinStandard} `}
              {ofAll}
            </small>
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
