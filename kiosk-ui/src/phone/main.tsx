import { createRoot } from 'react-dom/client'
import { createApi } from '#shared/client/api.ts'
import { lightWire } from '#shared/client/light-wire.ts'
import { lineOver, type Line } from '#shared/client/live.ts'
import '#shared/look/tokens.css'
import { ticketAddress } from './address.ts'
import { BadAddress } from './bad-address.tsx'
import './phone.css'
import { Phone } from './phone.tsx'

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no #root')
const root = createRoot(element)

// Another ticket's code scanned into the same tab changes nothing but the fragment.
window.addEventListener('hashchange', () => location.reload())
const address = ticketAddress(location.hash)
if (address === null) root.render(<BadAddress />)
else {
  const line = lineOver(lightWire())
  root.render(<Phone {...address} line={line} api={createApi()} />)
  void begin(line, address)
}

/** The first answers are shown before the line is up; only then is the typeface fetched, which must not be waited for. */
async function begin(
  line: Line,
  { office, code }: { readonly office: string; readonly code: string },
): Promise<void> {
  const { ticket, wait } = (await globalThis.firstAnswers) ?? { ticket: null, wait: null }
  if (ticket !== null) line.foretell(office, `ticket/${code}`, ticket, wait?.at ?? ticket.at)
  if (ticket !== null && wait !== null) line.foretell(office, `wait/${code}`, wait, wait.at)
  requestAnimationFrame(() => setTimeout(() => document.documentElement.classList.add('in-type')))
}
