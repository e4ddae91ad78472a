import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApi } from '#shared/client/api.ts'
import { createLine } from '#shared/client/live.ts'
import '#shared/look/tokens.css'
import { ticketAddress } from './address.ts'
import { BadAddress } from './bad-address.tsx'
import './phone.css'
import { Phone } from './phone.tsx'

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no #root')

// Another ticket's code scanned into the same tab changes nothing but the fragment.
window.addEventListener('hashchange', () => location.reload())
const address = ticketAddress(location.hash)
createRoot(element).render(
  <StrictMode>
    {address === null ? <BadAddress /> : <Phone {...address} line={createLine()} api={createApi()} />}
  </StrictMode>,
)
