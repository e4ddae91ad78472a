import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createLine } from '#shared/client/line.ts'
import '#shared/look/tokens.css'
import '#shared/look/typeface.css'
import './look.css'
import { App } from './app.tsx'
import { createSessions } from './sessions.ts'
import { pressButtonsByKey } from './shortcuts.ts'

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no #app')

const sessions = createSessions()
const line = createLine()
pressButtonsByKey(window)
void sessions.begin()
createRoot(place).render(
  <StrictMode>
    <App sessions={sessions} line={line} />
  </StrictMode>,
)
