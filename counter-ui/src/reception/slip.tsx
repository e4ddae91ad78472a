import { useMemo } from 'react'
import { createPortal } from 'react-dom'
import { encode } from 'uqr'
import type { OfficeListing } from '#shared/accounts.ts'
import { say } from '#shared/client/format.ts'
import type { SignedUp } from '#shared/reception.ts'
import type { Language } from '../language.ts'
import type { PageProps } from '../page-props.ts'
import { useFetched } from '../supervisor/use-fetched.ts'
import { grouped } from './grouped.ts'
import './print.css'
import { slotWords } from './slots.ts'
import { words } from './words.ts'

type Props = Pick<PageProps, 'api' | 'office'> & { readonly signedUp: SignedUp; readonly reads: Language }

/** The citizen's slip: on paper only. It names the appointment and nothing of the person. */
export function Slip({ api, office, signedUp, reads }: Props) {
  const [listing] = useFetched<OfficeListing>(api, '/api/offices')
  const known = listing.face === 'ready' ? listing.value : null
  const face = known?.offices.find((each) => each.id === office)
  const address = `${known?.publicUrl ?? location.origin}/t#${office}/appointment/${signedUp.code}`
  return createPortal(
    <div className="print-only slip" lang={reads}>
      <p className="slip-office">
        {face === undefined ? null : `${say(face.municipality, reads)} · ${say(face.name, reads)}`}
      </p>
      <p className="slip-title">{say(words.slipTitle, reads)}</p>
      <p className="slip-number" lang="bg">
        {signedUp.number}
      </p>
      <p className="slip-when">{slotWords(signedUp, reads)}</p>
      {signedUp.time === null ? <p>{say(words.slipList, reads)}</p> : null}
      <p>
        {say(signedUp.post, reads)}, {say(words.room(signedUp.room), reads)}
      </p>
      <QrCode text={address} label={say(words.slipQr, reads)} />
      <p>
        {say(words.code, reads)}: <code>{grouped(signedUp.code)}</code>
      </p>
      <p className="slip-small">{say(words.slipScan, reads)}</p>
      <p className="slip-small">{say(words.slipNoData, reads)}</p>
    </div>,
    document.body,
  )
}

/** The empty margin that a reader needs around the code, in modules. */
const MARGIN = 4

function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: modules } = encode(text, { ecc: 'M', border: 0 })
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: modules, path: dark.join('') }
  }, [text])
  const box = `${-MARGIN} ${-MARGIN} ${size + 2 * MARGIN} ${size + 2 * MARGIN}`
  return (
    <svg className="slip-qr" role="img" aria-label={label} viewBox={box} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  )
}
