import { say } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { QueueService, SupervisorView } from '#shared/views.ts'
import type { Language } from '../language.ts'
import { groupServices, type ServiceGroup } from './service-group.ts'
import { Shape } from './shape.tsx'
import { waitOf } from './wait.ts'
import { WaitMark, WaitMinutes, WaitWords } from './wait-mark.tsx'
import { onlyAtWords, windowsWords, words } from './words.ts'

type Clock = { readonly now: number; readonly standardMinutes: number; readonly language: Language }

/** Every service by letter: who waits, how long, and who serves it. */
export function ServiceBoard({
  view,
  groupNames,
  now,
  language,
}: {
  readonly view: SupervisorView
  readonly groupNames: ReadonlyMap<string, Bilingual>
  readonly now: number
  readonly language: Language
}) {
  const clock = { now, standardMinutes: view.standardMinutes, language }
  return (
    <section aria-labelledby="services-heading">
      <div className="sheet-heading">
        <h2 id="services-heading">{say(words.services, language)}</h2>
      </div>
      <div className="service-board">
        {groupServices(view.services, groupNames).map((group) => (
          <Group key={group.id} group={group} {...clock} />
        ))}
      </div>
    </section>
  )
}

function Group({ group, ...clock }: Clock & { readonly group: ServiceGroup }) {
  const { now, standardMinutes, language } = clock
  return (
    <section className="service-group" aria-labelledby={`group-${group.id}`}>
      <div className="service-group-head">
        <h3 id={`group-${group.id}`}>
          <b className="letter">{group.letter}</b>
          {group.name === null ? null : <span>{say(group.name, language)}</span>}
        </h3>
        <p>
          {say(words.waiting, language)}: <b>{group.waiting}</b>
          {group.longestSince === null ? null : (
            <>
              {' · '}
              <WaitMark wait={waitOf(group.longestSince, now, standardMinutes)} language={language} />
            </>
          )}
        </p>
      </div>
      <table className="service-table">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{say(words.service, language)}</th>
            <th scope="col">{say(words.waiting, language)}</th>
            <th scope="col">{say(words.longest, language)}</th>
            <th scope="col">{say(words.servedAt, language)}</th>
          </tr>
        </thead>
        <tbody>
          {group.services.map((service) => (
            <Row key={service.id} service={service} {...clock} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ service, now, standardMinutes, language }: Clock & { readonly service: QueueService }) {
  const wait = service.longestSince === null ? null : waitOf(service.longestSince, now, standardMinutes)
  const isAbandoned = service.waiting > 0 && service.openWindows.length === 0
  return (
    <tr data-alarm={isAbandoned} data-waiting={service.waiting > 0}>
      <th scope="row">
        {say(service.name, language)}
        {wait === null ? null : <WaitWords wait={wait} language={language} />}
        {service.onlyWindow === null ? null : (
          <span className="sheet-quiet"> – {say(onlyAtWords(service.onlyWindow), language)}</span>
        )}
      </th>
      <td className="service-waiting">{service.waiting}</td>
      <td className="service-longest">
        {wait === null ? null : <WaitMinutes wait={wait} language={language} />}
      </td>
      <td className="service-windows">
        {service.openWindows.length > 0 ? (
          say(windowsWords(service.openWindows), language)
        ) : (
          <span className="no-window">
            {isAbandoned ? <Shape name="no-window" /> : null}
            {say(words.noOpenWindow, language)}
          </span>
        )}
      </td>
    </tr>
  )
}
