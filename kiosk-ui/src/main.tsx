import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApi } from '#shared/client/api.ts'
import { createLine } from '#shared/client/line.ts'
import '#shared/look/tokens.css'
import '#shared/look/typeface.css'
import './kiosk.css'
import { measurePanel } from './panel.ts'
import './stage.css'
import { Connecting } from './connecting.tsx'
import { deviceToken } from '#shared/client/device-token.ts'
import { findHall } from './hall.ts'
import { Kiosk } from './kiosk.tsx'
import { SetUp } from './set-up-lazy.tsx'

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no #root')
const root = createRoot(element)

// A long touch must not open a menu over the hall's screen.
window.addEventListener('contextmenu', (event) => event.preventDefault())
measurePanel()
root.render(<Connecting />)
void begin()

async function begin(): Promise<void> {
  const found = await findHall(new URLSearchParams(location.search).get('office'), deviceToken('kiosk'))
  switch (found.kind) {
    case 'no-answer':
      setTimeout(() => void begin(), 1_500)
      return
    case 'needs-token':
      root.render(<SetUp why={found.why} />)
      return
    case 'ready': {
      const { hall, token } = found
      root.render(
        <StrictMode>
          <Kiosk hall={hall} token={token} line={createLine({ token })} api={createApi({ token })} />
        </StrictMode>,
      )
    }
  }
}
