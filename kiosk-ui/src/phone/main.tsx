import { createRoot } from 'react-dom/client'
import { createApi } from '#shared/client/api.ts'
import { lightWire } from '#shared/client/light-wire.ts'
import { lineOver, type Line } from '#shared/client/live.ts'
import type { FirstState } from '#shared/first-state.ts'
import '#shared/look/tokens.css'
import { ticketAddress, type TicketAddress } from './address.ts'
import { BadAddress } from './bad-address.tsx'
import { writtenState } from './first-answers.ts'
import './phone.css'
import { Phone } from './phone.tsx'
import { words } from './words.ts'

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no #root')
const root = createRoot(element)

// Another ticket's code scanned into the same tab changes nothing but the fragment.
window.addEventListener('hashchange', () => location.reload())
const address = ticketAddress(location)
if (address === null) root.render(<BadAddress words={words} />)
else afterPaint(() => start(element, address))

function start(place: HTMLElement, ticket: TicketAddress) {
  const line = lineOver(lightWire())
  const written = writtenState()
  if (written !== null) foretell(line, ticket, written)
  place.replaceChildren() // what the server wrote there: the same, and nothing of it can be pressed
  root.render(<Phone {...ticket} line={line} api={createApi()} />)
  void begin(line, ticket)
}

/** A slow phone shows what the server wrote before it does anything else; where nothing is shown nothing is waited for. */
function afterPaint(then: () => void) {
  if (document.hidden || element?.firstChild === null) return then()
  requestAnimationFrame(() => setTimeout(then))
}

/** What could not be written into the page is shown before the line is up; the typeface must not be waited for. */
async function begin(line: Line, ticket: TicketAddress): Promise<void> {
  const asked = await globalThis.firstAnswers
  if (asked !== undefined) foretell(line, ticket, asked)
  requestAnimationFrame(() => setTimeout(() => document.documentElement.classList.add('in-type')))
}

function foretell(line: Line, { office, code }: TicketAddress, { ticket, wait }: FirstState) {
  if (ticket === null) return
  line.foretell(office, `ticket/${code}`, ticket, wait?.at ?? ticket.at)
  if (wait !== null) line.foretell(office, `wait/${code}`, wait, wait.at)
}
