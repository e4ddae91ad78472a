import { createRoot } from 'react-dom/client'
import { createApi } from '#shared/client/api.ts'
import { lightWire } from '#shared/client/light-wire.ts'
import { lineOver } from '#shared/client/live.ts'
import '#shared/look/tokens.css'
import '#shared/look/typeface.css'
import { BadAddress } from '../../phone/bad-address.tsx'
import '../../phone/phone.css'
import { appointmentAddress } from '../address.ts'
import { AppointmentPhone } from './appointment-phone.tsx'
import { words } from './words.ts'

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no #root')

// Another appointment's code scanned into the same tab changes nothing but the fragment.
window.addEventListener('hashchange', () => location.reload())
document.documentElement.classList.add('in-type')
const address = appointmentAddress(location.hash)
createRoot(element).render(
  address === null ? (
    <BadAddress words={words} />
  ) : (
    <AppointmentPhone {...address} line={lineOver(lightWire())} api={createApi()} />
  ),
)
