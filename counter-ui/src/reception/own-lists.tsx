import { useMemo, useState, useSyncExternalStore } from 'react'
import { say, timeOfDay } from '#shared/client/format.ts'
import type { Line, Live } from '#shared/client/live.ts'
import { useLive } from '#shared/client/use-live.ts'
import type { OfficialView } from '#shared/views.ts'
import type { PageProps } from '../page-props.ts'
import { OfficialDay } from './official-day.tsx'
import { Feed } from './officials-section.tsx'
import { WithoutView } from './without-view.tsx'
import { words } from './words.ts'

/** What an official sees: the own list, and that of whomever they substitute. */
export function OwnLists(page: PageProps) {
  const { line, office, language } = page
  const live = useLive(line, office, 'kiosk')
  if (!('view' in live)) return <WithoutView live={live} language={language} />
  return <Lists {...page} officials={(live.view.reception?.officials ?? []).map(({ id }) => id)} />
}

type Id = OfficialView['official']['id']

function Lists({ officials, ...page }: PageProps & { readonly officials: readonly Id[] }) {
  const { line, office, zone, language, session } = page
  const own = (session.receivesAs ?? [])
    .filter((each) => each.office === office)
    .map(({ official }) => official)
  const lists = useLists(line, office, officials)
  const [chosen, choose] = useState<string | null>(null)
  const mine = officials.flatMap((id, index) => {
    const live = lists[index]
    if (live === undefined || !('view' in live)) return []
    const { substitute } = live.view
    return own.includes(id) || (substitute !== null && own.includes(substitute.id)) ? [{ id, live }] : []
  })
  const shown = mine.find(({ id }) => id === chosen) ?? mine[0]
  if (shown === undefined) {
    return lists.some(({ status }) => status === 'connecting') ? (
      <p className="sheet-face" role="status">
        {say(words.connecting, language)}
      </p>
    ) : (
      <div className="sheet-face">
        <h2>{say(words.notYours, language)}</h2>
        <p>{say(words.notYoursText, language)}</p>
      </div>
    )
  }
  return (
    <>
      {shown.live.status === 'stale' ? (
        <p className="sheet-alarm" role="status">
          {say(words.stale(timeOfDay(shown.live.since, zone, language)), language)}
        </p>
      ) : null}
      {mine.length < 2 ? null : (
        <div className="official-tabs" role="group" aria-label={say(words.chooseOfficial, language)}>
          {mine.map(({ id, live }) => (
            <button
              key={id}
              type="button"
              className="official-tab"
              aria-pressed={id === shown.id}
              onClick={() => choose(id)}
            >
              <b>{say(live.view.official.post, language)}</b>
            </button>
          ))}
        </div>
      )}
      <div className="section">
        <OfficialDay key={shown.id} {...page} official={shown.id} units={null} recordsArrivals={false} />
      </div>
      {own.includes(shown.id) ? (
        <section className="panel walk-in">
          <Feed {...page} official={shown.id} isLive={shown.live.status === 'live'} />
        </section>
      ) : null}
    </>
  )
}

/** @returns each official's list as it is known now: which of them may be seen, the server says. */
function useLists(line: Line, office: string, officials: readonly Id[]): readonly Live<OfficialView>[] {
  const named = officials.join()
  const source = useMemo(
    () => listsSource(line, office, named === '' ? [] : named.split(',')),
    [line, office, named],
  )
  return useSyncExternalStore(source.subscribe, source.get)
}

function listsSource(line: Line, office: string, officials: readonly string[]) {
  const sources = officials.map((id) => line.watch(office, `reception/official/${id}`))
  let known = sources.map((source) => source.get())
  return {
    get: () => known,
    subscribe(listener: () => void) {
      const stops = sources.map((source) =>
        source.subscribe(() => {
          known = sources.map((each) => each.get())
          listener()
        }),
      )
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
