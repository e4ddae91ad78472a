import { money, say } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { Language } from '../language.ts'
import type { PageProps } from '../page-props.ts'
import { shortDate } from '../supervisor/dates.ts'
import { FetchedFace } from '../supervisor/fetched-face.tsx'
import { useFetched } from '../supervisor/use-fetched.ts'
import type { OfficeSettings, SettingsService } from './office-settings.ts'
import { speedWords, weekdayWords, words } from './words.ts'

/** What the office is configured to be: to be read here, changed in its file. */
export function SettingsSection({ api, office, language }: PageProps) {
  const [fetched, again] = useFetched<OfficeSettings>(api, `/api/offices/${office}/settings`)
  if (fetched.face !== 'ready') return <FetchedFace fetched={fetched} onAgain={again} language={language} />
  const settings = fetched.value
  return (
    <div className="settings">
      <p className="sheet-note">{say(words.settingsAbout, language)}</p>
      {settings.example ? <p className="sheet-note sheet-note-warn">{say(words.example, language)}</p> : null}
      <div className="settings-columns">
        <Rules settings={settings} language={language} />
        <Windows settings={settings} language={language} />
      </div>
      <Services settings={settings} language={language} />
    </div>
  )
}

type Props = { readonly settings: OfficeSettings; readonly language: Language }

function Rules({ settings, language }: Props) {
  const { hours, reception, dispatch, recalls } = settings
  const hour = say(words.hour, language)
  const min = say(words.min, language)
  const rows: readonly (readonly [Bilingual, string])[] = [
    [words.hours, `${hours.opens}–${hours.closes} ${hour}`],
    [words.limit, `${hours.limitMinutes} ${min}`],
    [
      words.reception,
      `${say(weekdayWords(reception.weekday), language)}, ${reception.blocks.map(({ from, to }) => `${from}–${to}`).join(', ')} ${hour}`,
    ],
    [words.zone, settings.zone],
    [words.standard, `${dispatch.standardMinutes} ${min}`],
    [words.weight, `${dispatch.priorityWeight} ${min}`],
    [words.overtaken, String(dispatch.maxOvertaken)],
    [words.delay, `${dispatch.minimumDelaySeconds} ${say(words.sec, language)}`],
    [words.recallLimit, String(recalls.limit)],
    [words.beforeNoShow, String(recalls.beforeNoShow)],
    [words.takeBack, `${settings.takeBackBehind} ${say(words.people, language)}`],
    [words.undo, `${settings.undoSeconds} ${say(words.sec, language)}`],
  ]
  return (
    <section aria-labelledby="rules-heading">
      <div className="sheet-heading">
        <h2 id="rules-heading">{say(words.hoursAndRules, language)}</h2>
      </div>
      <dl className="rules">
        {rows.map(([name, value]) => (
          <div key={name.bg}>
            <dt>{say(name, language)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {settings.decreedDaysOff.length === 0 ? null : (
          <div>
            <dt>{say(words.decreed, language)}</dt>
            <dd>
              {settings.decreedDaysOff.map(({ date, reason }) => (
                <p key={date}>
                  {shortDate(date, language)} – {say(reason, language)}
                </p>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

function Windows({ settings, language }: Props) {
  const services = new Map(settings.services.map((service) => [service.id, service]))
  return (
    <section aria-labelledby="settings-windows-heading">
      <div className="sheet-heading">
        <h2 id="settings-windows-heading">{say(words.windows, language)}</h2>
      </div>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{say(words.window, language)}</th>
            <th scope="col">{say(words.services, language)}</th>
          </tr>
        </thead>
        <tbody>
          {settings.windows.map((window) => {
            const served = window.services.flatMap((id) => services.get(id) ?? [])
            return (
              <tr key={window.window}>
                <th scope="row" className="settings-window">
                  {window.window}
                  {window.name === null ? null : (
                    <span className="sheet-second">{say(window.name, language)}</span>
                  )}
                </th>
                <td>
                  {settings.groups
                    .filter((group) => served.some((service) => service.group === group.id))
                    .map((group) => (
                      <p key={group.id} className="settings-served">
                        <b className="letter">{group.letter}</b>{' '}
                        {served
                          .filter((service) => service.group === group.id)
                          .map((service) => say(service.name, language))
                          .join('; ')}
                      </p>
                    ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Services({ settings, language }: Props) {
  return (
    <section aria-labelledby="settings-services-heading">
      <div className="sheet-heading">
        <h2 id="settings-services-heading">{say(words.servicesAndFees, language)}</h2>
      </div>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{say(words.service, language)}</th>
            <th scope="col">{say(words.registerNumber, language)}</th>
            <th scope="col">{say(words.fee, language)}</th>
          </tr>
        </thead>
        {settings.groups.map((group) => (
          <tbody key={group.id}>
            <tr className="settings-group">
              <th scope="rowgroup" colSpan={3}>
                <b className="letter">{group.letter}</b> {say(group.name, language)}
              </th>
            </tr>
            {settings.services
              .filter((service) => service.group === group.id)
              .map((service) => (
                <ServiceRow key={service.id} service={service} language={language} />
              ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function ServiceRow({
  service,
  language,
}: {
  readonly service: SettingsService
  readonly language: Language
}) {
  return (
    <tr>
      <th scope="row">
        {say(service.name, language)}
        {service.onlyWindow === null ? null : (
          <span className="sheet-second">
            {say(words.onlyAt, language)} {service.onlyWindow}
          </span>
        )}
      </th>
      <td>{service.registerNumber ?? '–'}</td>
      <td>
        {service.fees.length === 0
          ? say(words.free, language)
          : service.fees.map((fee) => (
              <p key={`${fee.speed}/${fee.validFrom}`}>
                <b className="sheet-nowrap">{money(fee.cents, language)}</b> ·{' '}
                {say(speedWords[fee.speed], language)}, {say(fee.term, language)}
                <span className="sheet-quiet">
                  {' · '}
                  <span lang="bg">{fee.legalGround}</span>
                </span>
              </p>
            ))}
      </td>
    </tr>
  )
}
