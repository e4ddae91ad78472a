import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApi } from '#shared/client/api.ts'
import { isoOf } from '#shared/client/instants.ts'
import { lightWire } from '#shared/client/light-wire.ts'
import { lineOver, type Line } from '#shared/client/live.ts'
import '#shared/look/tokens.css'
import '#shared/look/typeface.css'
import './kiosk.css'
import { measurePanel } from './panel.ts'
import './stage.css'
import { Connecting } from './connecting.tsx'
import { deviceToken } from '#shared/client/device-token.ts'
import { awayLater } from './away/away-later.ts'
import { officeTimeBy, type Remembered } from './away/remembered.ts'
import { findHall, TRAINING_TOKEN, type Hall } from './hall.ts'
import { Kiosk } from './kiosk.tsx'
import { SetUp } from './set-up-lazy.tsx'

/** In which office this machine last stood. */
const LAST_OFFICE = 'edno-gishe-kiosk-office'

/** A server that has not answered within so long is away. */
const PATIENCE_MS = 3_000
/** So long a line within the house may take to come about. */
const LINE_PATIENCE_MS = 2_000

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no #root')
const root = createRoot(element)

// A long touch must not open a menu over the hall's screen.
window.addEventListener('contextmenu', (event) => event.preventDefault())
measurePanel()
root.render(<Connecting />)
keepPages()
void begin()

async function begin(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('office')
  const late = new Promise<{ readonly kind: 'no-answer' }>((resolve) => {
    setTimeout(() => resolve({ kind: 'no-answer' }), PATIENCE_MS)
  })
  const found = await Promise.race([findHall(asked, deviceToken('kiosk')), late])
  switch (found.kind) {
    case 'no-answer':
      if (await beginWithoutServer(asked)) return
      setTimeout(() => void begin(), 1_500)
      return
    case 'needs-token':
      root.render(<SetUp why={found.why} />)
      return
    case 'ready': {
      const { hall, token } = found
      const line = lineBy(token)
      show({ hall, token, line })
    }
  }
}

/** @returns whether this machine remembers its hall, and can tell the time there. */
async function beginWithoutServer(asked: string | null): Promise<boolean> {
  const office = asked ?? localStorage.getItem(LAST_OFFICE)
  const known = office === null ? null : await rememberedOf(office)
  const now = known === null ? null : officeTimeBy(known, Date.now())
  if (known === null || now === null) return false
  const { hall, view, clock } = known
  const token = deviceToken('kiosk') ?? (hall.training ? TRAINING_TOKEN : null)
  if (token === null) return false
  const line = lineBy(token)
  line.foretell(hall.office.id, 'kiosk', view, isoOf(now), clock.speed)
  show({ hall, token, line })
  return true
}

function lineBy(token: string): Line {
  return lineOver(lightWire({ token, patienceMs: LINE_PATIENCE_MS }))
}

type Parts = { readonly hall: Hall; readonly token: string; readonly line: Line }

function show({ hall, token, line }: Parts): void {
  localStorage.setItem(LAST_OFFICE, hall.office.id)
  const api = createApi({ token })
  // A browser that keeps nothing gives no tickets without its line, and works as ever with it.
  const away = import('./away/away.ts').then(
    ({ openAway }) => openAway({ hall, line, api }),
    () => null,
  )
  root.render(
    <StrictMode>
      <Kiosk hall={hall} token={token} line={line} api={api} away={awayLater(away)} />
    </StrictMode>,
  )
}

async function rememberedOf(office: string): Promise<Remembered | null> {
  try {
    return await (await import('./away/away.ts')).rememberedOf(office)
  } catch {
    return null
  }
}

/** The page itself must come when the server does not: a worker of the browser keeps it, where the browser allows one. */
function keepPages(): void {
  void navigator.storage?.persist?.()
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
  void navigator.serviceWorker.register('/kiosk-worker.js', { scope: '/kiosk' }).catch(() => null) // the page works without
}
