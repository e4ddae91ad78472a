import { useState } from 'react'
import { say, timeOfDay } from '#shared/client/format.ts'
import { useLive, useOfficeTime } from '#shared/client/use-live.ts'
import type { SecretaryView } from '#shared/views.ts'
import type { PageProps } from '../page-props.ts'
import { dateIn } from '#shared/client/instants.ts'
import { Section, SectionNavigation, useSection } from '../supervisor/section-navigation.tsx'
import '../supervisor/sheet.css'
import { DaysSection } from './days-section.tsx'
import { Deadlines } from './deadlines.tsx'
import { DeskParts } from './desk-parts.tsx'
import { FiguresSection } from './figures-section.tsx'
import { OfficialDay } from './official-day.tsx'
import { OfficialsSection } from './officials-section.tsx'
import { OwnLists } from './own-lists.tsx'
import './reception.css'
import { useActs } from './use-acts.ts'
import { WithoutView } from './without-view.tsx'
import { words } from './words.ts'

/** Reception days, for whoever keeps them, receives on them, or supervises: each sees what is theirs. */
export function ReceptionPage(page: PageProps) {
  const { session, language } = page
  return (
    <div className="reception-page">
      <title>{say(words.page, language)}</title>
      <h1 className="visually-hidden">{say(words.page, language)}</h1>
      {session.role === 'secretary' ? <Secretary {...page} /> : null}
      {session.role === 'official' ? <OwnLists {...page} /> : null}
      {session.role === 'supervisor' ? <Supervisor {...page} /> : null}
      {session.role === 'admin' ? <Figures {...page} /> : null}
    </div>
  )
}

function Figures({ line, zone, ...page }: PageProps) {
  const now = useOfficeTime(line, 60_000)
  return <FiguresSection {...page} thisYear={Number(dateIn(zone, now).slice(0, 4))} />
}

function Supervisor(page: PageProps) {
  const { line, office, language } = page
  const orders = useLive(line, office, 'reception/orders')
  const exceptions = 'view' in orders ? orders.view.exceptions : null
  const current = useSection(['days', 'figures'])
  return (
    <>
      <SectionNavigation
        name={say(words.sections, language)}
        current={current}
        entries={[
          { id: 'days', name: say(words.days, language), mark: exceptions?.length },
          { id: 'figures', name: say(words.figures, language) },
        ]}
      />
      <Section shown={current === 'days'}>
        <DaysSection {...page} exceptions={exceptions} />
      </Section>
      {current === 'figures' ? <Figures {...page} /> : null}
    </>
  )
}

function Secretary(page: PageProps) {
  const { line, office, language } = page
  const live = useLive(line, office, 'reception/secretary')
  if (!('view' in live)) return <WithoutView live={live} language={language} />
  return (
    <Kept
      {...page}
      view={live.view}
      isLive={live.status === 'live'}
      staleSince={live.status === 'stale' ? live.since : null}
    />
  )
}

type KeptProps = PageProps & {
  readonly view: SecretaryView
  readonly isLive: boolean
  readonly staleSince: number | null
}

/** All that the secretary keeps. */
function Kept({ view, isLive, staleSince, ...page }: KeptProps) {
  const { zone, language } = page
  const act = useActs(page, 'reception/secretary')
  const current = useSection(['today', 'desk', 'deadlines', 'days', 'figures', 'officials'])
  const overdue = view.deadlines.length + view.unrecorded.length
  return (
    <>
      {staleSince === null ? null : (
        <p className="sheet-alarm" role="status">
          {say(words.stale(timeOfDay(staleSince, zone, language)), language)}
        </p>
      )}
      <SectionNavigation
        name={say(words.sections, language)}
        current={current}
        entries={[
          { id: 'today', name: say(words.today, language) },
          { id: 'desk', name: say(words.deskTab, language), mark: view.callSheet.length },
          { id: 'deadlines', name: say(words.deadlines, language), mark: overdue },
          { id: 'days', name: say(words.days, language), mark: view.exceptions.length },
          { id: 'figures', name: say(words.figures, language) },
          { id: 'officials', name: say(words.officials, language) },
        ]}
      />
      {current === 'today' ? <Today {...page} view={view} /> : null}
      <Section shown={current === 'desk'}>
        <SecretarysDesk {...page} />
      </Section>
      {current === 'deadlines' ? <Deadlines {...page} view={view} isLive={isLive} act={act} /> : null}
      <Section shown={current === 'days'}>
        <DaysSection {...page} exceptions={view.exceptions} />
      </Section>
      {current === 'figures' ? <Figures {...page} /> : null}
      {current === 'officials' ? (
        <OfficialsSection {...page} officials={view.officials} isLive={isLive} />
      ) : null}
    </>
  )
}

function Today({ view, ...page }: PageProps & { readonly view: SecretaryView }) {
  const { language } = page
  const [chosen, choose] = useState<string | null>(null)
  const official =
    view.officials.find(({ id }) => id === chosen) ??
    view.officials.find(({ receivesToday }) => receivesToday) ??
    view.officials[0]
  if (official === undefined) return <p className="sheet-empty">{say(words.noOfficials, language)}</p>
  return (
    <div className="section">
      <div className="official-tabs" role="group" aria-label={say(words.chooseOfficial, language)}>
        {view.officials.map((each) => (
          <button
            key={each.id}
            type="button"
            className="official-tab"
            aria-pressed={each.id === official.id}
            onClick={() => choose(each.id)}
          >
            <b>{say(each.post, language)}</b>
            <span className="option-quiet">
              {each.receivesToday
                ? say(words.progress(each.signedUp, each.arrived, each.done), language)
                : say(words.noReception, language)}
            </span>
          </button>
        ))}
      </div>
      <OfficialDay key={official.id} {...page} official={official.id} units={view.units} recordsArrivals />
    </div>
  )
}

/** The secretary signs people up at any time, from their own desk. */
function SecretarysDesk(page: PageProps) {
  const { line, office, language } = page
  const live = useLive(line, office, 'reception/desk')
  const act = useActs(page, 'reception/desk')
  if (live.status === 'connecting') return <p className="sheet-empty">{say(words.loading, language)}</p>
  if (live.status === 'refused') {
    return (
      <p className="sheet-empty" role="alert">
        {say(live.rejection.message, language)}
      </p>
    )
  }
  return (
    <DeskParts
      {...page}
      view={live.view}
      isLive={live.status === 'live'}
      act={act}
      reads="bg"
      onDone={stay}
    />
  )
}

/** At window 7 the desk closes after a sign-up; here it is a place of its own. */
function stay() {}
