import { lazy, StrictMode, Suspense, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApi } from '#shared/client/api.ts'
import { createLine } from '#shared/client/live.ts'
import '#shared/look/tokens.css'
import { appointmentAddress } from '../reception/address.ts'
import { ticketAddress } from './address.ts'
import { BadAddress } from './bad-address.tsx'
import './phone.css'
import { Phone } from './phone.tsx'

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no #root')

// Another ticket's code scanned into the same tab changes nothing but the fragment.
window.addEventListener('hashchange', () => location.reload())
const AppointmentPhone = lazy(async () => ({
  default: (await import('../reception/phone/appointment-phone.tsx')).AppointmentPhone,
}))
createRoot(element).render(<StrictMode>{pageAt(location.hash)}</StrictMode>)

/** The address names a ticket, or an appointment on a reception day, or nothing. */
function pageAt(hash: string): ReactNode {
  const ticket = ticketAddress(hash)
  if (ticket !== null) return <Phone {...ticket} line={createLine()} api={createApi()} />
  const appointment = appointmentAddress(hash)
  if (appointment === null) return <BadAddress />
  return (
    <Suspense fallback={null}>
      <AppointmentPhone {...appointment} line={createLine()} api={createApi()} />
    </Suspense>
  )
}
