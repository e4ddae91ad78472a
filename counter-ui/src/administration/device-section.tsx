import { useState } from 'react'
import type { z } from 'zod'
import type { DeviceFace, DeviceKind, NewDeviceAnswer } from '#shared/accounts.ts'
import { say } from '#shared/client/format.ts'
import { Said } from '#shared/look/said.tsx'
import { ActionButton } from '../action-button.tsx'
import type { PageProps } from '../page-props.ts'
import type { Listing } from '../sessions.ts'
import { dateIn } from '#shared/client/instants.ts'
import { shortDate } from '../supervisor/dates.ts'
import { FetchedFace } from '../supervisor/fetched-face.tsx'
import { Field } from '../supervisor/field.tsx'
import { Shape } from '../supervisor/shape.tsx'
import { useFetched } from '../supervisor/use-fetched.ts'
import { TokenCard } from './token-card.tsx'
import { words } from './words.ts'

type Answer = z.infer<typeof NewDeviceAnswer>
type Props = PageProps & { readonly offices: Listing['offices'] }

/** The devices of the hall, each with a key of its own: kiosks, which give tickets, and boards, which call aloud. */
export function DeviceSection(props: Props) {
  const { api, office, language } = props
  const [fetched, again] = useFetched<{ readonly devices: readonly DeviceFace[] }>(api, '/api/devices')
  const [name, write] = useState('')
  const [kind, choose] = useState<DeviceKind>('kiosk')
  const [made, keep] = useState<Answer | null>(null)

  return (
    <div className="beside">
      <section aria-labelledby="devices-heading">
        <div className="sheet-heading">
          <h2 id="devices-heading">{say(words.devices, language)}</h2>
        </div>
        {fetched.face !== 'ready' ? (
          <FetchedFace fetched={fetched} onAgain={again} language={language} />
        ) : fetched.value.devices.length === 0 ? (
          <p className="sheet-empty">{say(words.devicesNone, language)}</p>
        ) : (
          <table className="sheet-table">
            <thead>
              <tr>
                <th scope="col">{say(words.device, language)}</th>
                <th scope="col">{say(words.office, language)}</th>
                <th scope="col">{say(words.createdOn, language)}</th>
                <th scope="col">{say(words.state, language)}</th>
                <th scope="col">
                  <span className="visually-hidden">{say(words.actions, language)}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {fetched.value.devices.map((device) => (
                <Device key={device.id} {...props} device={device} onRevoked={again} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="panel" aria-labelledby="new-device-heading">
        <h2 id="new-device-heading">{say(words.newDevice, language)}</h2>
        {made === null ? (
          <>
            <p className="sheet-quiet">{say(words.newDeviceAbout, language)}</p>
            <Field label={say(words.deviceName, language)} hint={say(words.deviceHint, language)}>
              {(ids) => (
                <input
                  {...ids}
                  maxLength={60}
                  autoComplete="off"
                  value={name}
                  onChange={(event) => write(event.target.value)}
                />
              )}
            </Field>
            <Field label={say(words.deviceKind, language)} hint={say(kindHints[kind], language)}>
              {(ids) => (
                <select
                  {...ids}
                  value={kind}
                  onChange={(event) => choose(event.target.value === 'board' ? 'board' : 'kiosk')}
                >
                  {(['kiosk', 'board'] as const).map((each) => (
                    <option key={each} value={each}>
                      {say(words[each], language)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <ActionButton
              kind="main"
              label={say(words.createDevice, language)}
              onAct={async () => {
                const body = { name: name.trim(), office, kind }
                const reply = await api.request<Answer>({ method: 'POST', path: '/api/devices', body })
                if (reply.kind !== 'done') return reply
                keep(reply.value)
                write('')
                await again()
                return reply
              }}
              disabled={name.trim() === ''}
              language={language}
            />
          </>
        ) : (
          <TokenCard
            name={made.device.name}
            kind={made.device.kind}
            token={made.token}
            language={language}
            onHide={() => keep(null)}
          />
        )}
      </section>
    </div>
  )
}

const kindHints = { kiosk: words.kioskHint, board: words.boardHint } as const

function Device({
  device,
  offices,
  onRevoked,
  api,
  zone,
  language,
}: Props & { readonly device: DeviceFace; readonly onRevoked: () => Promise<void> }) {
  const at = offices.find(({ id }) => id === device.office)
  const [isAsked, ask] = useState(false)
  const isRevoked = device.revokedAt !== null
  return (
    <tr data-quiet={isRevoked}>
      <th scope="row">
        {device.name}
        <span className="sheet-second">
          {say(words[device.kind], language)} · {device.id}
        </span>
      </th>
      <td>{at === undefined ? device.office : <Said words={at.name} language={language} />}</td>
      <td className="sheet-nowrap">{shortDate(dateIn(zone, device.createdAt), language)}</td>
      <td>
        <span className="sheet-nowrap">
          <Shape name={isRevoked ? 'no-window' : 'done'} />{' '}
          {say(isRevoked ? words.revoked : words.working, language)}
        </span>
        {device.revokedAt === null ? null : (
          <span className="sheet-second">{shortDate(dateIn(zone, device.revokedAt), language)}</span>
        )}
      </td>
      <td>
        {isRevoked ? null : isAsked ? (
          <div className="device-revoke">
            <ActionButton
              kind="alarm"
              label={say(words.revokeDo, language)}
              hint={say(words.revokeHint, language)}
              onAct={async () => {
                const path = `/api/devices/${device.id}/revoke`
                const reply = await api.request<DeviceFace>({ method: 'POST', path })
                if (reply.kind === 'done') await onRevoked()
                return reply
              }}
              language={language}
            />
            <button type="button" className="sheet-link" onClick={() => ask(false)}>
              {say(words.cancel, language)}
            </button>
          </div>
        ) : (
          <button type="button" className="sheet-link" onClick={() => ask(true)}>
            {say(words.revoke, language)}
            <span className="visually-hidden"> {device.name}</span>
          </button>
        )}
      </td>
    </tr>
  )
}
