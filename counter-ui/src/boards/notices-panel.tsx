import { useState } from 'react'
import type { Api } from '#shared/client/api.ts'
import { say, timeOfDay } from '#shared/client/format.ts'
import { useLive, useOfficeTime } from '#shared/client/use-live.ts'
import type { LocalDate, LocalTime } from '#shared/ids.ts'
import type { HallView } from '#shared/views.ts'
import { ActionButton } from '../action-button.tsx'
import type { Language } from '../language.ts'
import type { PageProps } from '../page-props.ts'
import { dateIn } from '#shared/client/instants.ts'
import { shortDate } from '../supervisor/dates.ts'
import { Field } from '../supervisor/field.tsx'
import { words } from './words.ts'

type Props = Pick<PageProps, 'api' | 'line' | 'office' | 'zone' | 'language'>

const MOST_LETTERS = 140

/** A few words for everyone in the hall, with the time for which they stand on the boards. */
export function NoticesPanel(props: Props) {
  const { line, office, language } = props
  const hall = useLive(line, office, 'hall')
  const now = useOfficeTime(line, 10_000)
  const notices = 'view' in hall ? hall.view.notices.filter(({ until }) => Date.parse(until) > now) : []
  return (
    <section className="panel" aria-labelledby="notices-heading">
      <h2 id="notices-heading">{say(words.notices, language)}</h2>
      {notices.length === 0 ? (
        <p className="sheet-quiet">{say(words.noticesNone, language)}</p>
      ) : (
        <ul role="list" className="board-notices">
          {notices.map((notice) => (
            <Notice key={notice.id} {...props} notice={notice} now={now} />
          ))}
        </ul>
      )}
      <NoticeForm {...props} now={now} stale={hall.status !== 'live'} />
    </section>
  )
}

function Notice({
  notice,
  now,
  api,
  office,
  zone,
  language,
}: Props & { readonly notice: HallView['notices'][number]; readonly now: number }) {
  const other = language === 'bg' ? 'en' : 'bg'
  const isLater = Date.parse(notice.from) > now
  return (
    <li>
      <p>
        <b>{say(notice.text, language)}</b>
      </p>
      <p className="sheet-quiet" lang={other}>
        {say(notice.text, other)}
      </p>
      <p className="sheet-second">
        {isLater ? `${say(words.since, language)} ${when(notice.from, zone, language)} ` : null}
        {say(words.until, language)} {when(notice.until, zone, language)}
      </p>
      <ActionButton
        label={say(words.withdraw, language)}
        onAct={() => api.command(office, 'withdraw-notice', { id: notice.id })}
        language={language}
      />
    </li>
  )
}

type Draft = {
  readonly bg: string
  readonly en: string
  readonly fromDate: string
  readonly fromTime: string
  readonly untilDate: string
  readonly untilTime: string
}
const EMPTY: Draft = { bg: '', en: '', fromDate: '', fromTime: '', untilDate: '', untilTime: '' }

function NoticeForm({
  api,
  office,
  zone,
  language,
  now,
  stale,
}: Props & { readonly now: number; readonly stale: boolean }) {
  const [draft, write] = useState(EMPTY)
  const today = dateIn(zone, now)
  const text = (field: 'bg' | 'en') => (
    <Field label={say(field === 'bg' ? words.textBg : words.textEn, language)}>
      {(ids) => (
        <textarea
          {...ids}
          rows={2}
          maxLength={MOST_LETTERS}
          lang={field}
          value={draft[field]}
          onChange={(event) => write({ ...draft, [field]: event.target.value })}
        />
      )}
    </Field>
  )
  const pair = (end: 'from' | 'until') => (
    <div className="field-pair">
      <Field
        label={say(end === 'from' ? words.fromDate : words.untilDate, language)}
        hint={end === 'from' ? say(words.orNow, language) : say(words.orToday, language)}
      >
        {(ids) => (
          <input
            {...ids}
            type="date"
            min={today}
            value={draft[`${end}Date`]}
            onChange={(event) => write({ ...draft, [`${end}Date`]: event.target.value })}
          />
        )}
      </Field>
      <Field label={say(words.hour, language)} hint={'\u00a0'}>
        {(ids) => (
          <input
            {...ids}
            type="time"
            value={draft[`${end}Time`]}
            onChange={(event) => write({ ...draft, [`${end}Time`]: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
  const isWhole = draft.bg.trim() !== '' && draft.en.trim() !== '' && draft.untilTime !== ''
  return (
    <>
      {text('bg')}
      {text('en')}
      {pair('from')}
      {pair('until')}
      <ActionButton
        kind="main"
        label={say(words.post, language)}
        onAct={async () => {
          const reply = await post(api, office, draft, today)
          if (reply.kind === 'done') write(EMPTY)
          return reply
        }}
        disabled={stale || !isWhole}
        language={language}
      />
    </>
  )
}

/** A date left out is today; a beginning without a time is now. */
function post(api: Api, office: string, draft: Draft, today: string) {
  // A date and a time input give what the schema wants; the server checks it.
  const at = (date: string, time: string) => ({
    date: (date === '' ? today : date) as LocalDate,
    time: time as LocalTime,
  })
  return api.command(office, 'post-notice', {
    text: { bg: draft.bg.trim(), en: draft.en.trim() },
    ...(draft.fromTime === '' ? {} : { from: at(draft.fromDate, draft.fromTime) }),
    until: at(draft.untilDate, draft.untilTime),
  })
}

function when(at: string, zone: string, language: Language): string {
  return `${shortDate(dateIn(zone, at), language)} ${timeOfDay(at, zone, language)}`
}
