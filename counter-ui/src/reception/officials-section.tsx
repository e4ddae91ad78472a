import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import type { OfficialFace } from '#shared/reception.ts'
import type { z } from 'zod'
import { ActionButton } from '../action-button.tsx'
import type { PageProps } from '../page-props.ts'
import { dateIn } from '#shared/client/instants.ts'
import { shortDate } from '../supervisor/dates.ts'
import { FetchedFace } from '../supervisor/fetched-face.tsx'
import { useFetched } from '../supervisor/use-fetched.ts'
import { words } from './words.ts'

type Official = z.infer<typeof OfficialFace>
type Props = PageProps & { readonly officials: readonly Official[]; readonly isLive: boolean }

/** Who receives, and the address by which each one's calendar shows the taken slots. */
export function OfficialsSection({ officials, ...props }: Props) {
  const { language } = props
  if (officials.length === 0) return <p className="sheet-empty">{say(words.noOfficials, language)}</p>
  return (
    <ul role="list" className="call-sheet">
      {officials.map((official) => (
        <li key={official.id} className="call-entry">
          <div>
            <h2>{say(official.post, language)}</h2>
            {official.name === null ? null : <p>{say(official.name, language)}</p>}
            <p className="option-quiet">
              {say(words.room(official.room), language)} · {say(official.portfolio, language)}
            </p>
          </div>
          <Feed {...props} official={official.id} />
        </li>
      ))}
    </ul>
  )
}

/** The calendar address of one official: shown once, replaced or revoked at any time. */
export function Feed({
  api,
  office,
  zone,
  language,
  isLive,
  official,
}: Omit<Props, 'officials'> & { readonly official: Official['id'] }) {
  const path = `/api/offices/${office}/reception/officials/${official}/feed`
  const [fetched, again] = useFetched<{ readonly since: string | null }>(api, path)
  const [address, show] = useState<string | null>(null)
  if (fetched.face !== 'ready') return <FetchedFace fetched={fetched} onAgain={again} language={language} />
  const { since } = fetched.value
  return (
    <div className="feed">
      <p>
        <b>{say(words.feed, language)}</b>
      </p>
      <p className="option-quiet">
        {since === null
          ? say(words.feedNone, language)
          : say(words.feedSince(shortDate(dateIn(zone, since), language)), language)}
      </p>
      <div role="status">
        {address === null ? null : (
          <>
            <p>{say(words.feedOnce, language)}</p>
            <code className="feed-address">{address}</code>
          </>
        )}
      </div>
      <div className="appointment-acts">
        <ActionButton
          label={say(since === null ? words.feedNew : words.feedReplace, language)}
          hint={since === null ? null : say(words.feedReplaceHint, language)}
          onAct={async () => {
            const reply = await api.request<{ readonly path: string }>({ method: 'POST', path, body: {} })
            if (reply.kind === 'done') show(`${location.origin}${reply.value.path}`)
            await again()
            return reply
          }}
          disabled={!isLive}
          language={language}
        />
        {since === null ? null : (
          <ActionButton
            kind="alarm"
            label={say(words.feedRevoke, language)}
            onAct={async () => {
              const reply = await api.request({ method: 'POST', path: `${path}/revoke`, body: {} })
              show(null)
              await again()
              return reply
            }}
            disabled={!isLive}
            language={language}
          />
        )}
      </div>
      <p className="option-quiet">{say(words.feedText, language)}</p>
    </div>
  )
}
