import { createRoot } from 'react-dom/client'
import { createApi } from '#shared/client/api.ts'
import { createLine } from '#shared/client/line.ts'
import '#shared/look/tokens.css'
import '#shared/look/typeface.css'
import './display.css'
import { createAnnouncer, everyCall } from './announcer.ts'
import { Board } from './board.tsx'
import { createChime } from './chime.ts'
import { Connecting } from './message.tsx'
import { createOfficeClock } from './office-clock.ts'
import { findOffice } from './office.ts'
import { route } from './route.ts'
import { Sign } from './sign.tsx'
import { createStage } from './stage.ts'
import { Door } from './reception/door.tsx'

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no #root')
const root = createRoot(element)
root.render(<Connecting />)

const line = createLine()
const clock = createOfficeClock(line)
const here = route(location.pathname)
const office = await findOffice(location.search, createApi())

if (here.screen === 'sign') {
  root.render(<Sign line={line} clock={clock} office={office} asked={here.window} />)
} else if (here.screen === 'door') {
  root.render(<Door line={line} clock={clock} office={office} asked={here.door} />)
} else {
  const stage = createStage({
    now: () => performance.now(),
    later(run, ms) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  })
  const chime = createChime()
  const announcer = createAnnouncer({ now: () => line.now(), announce: () => chime.play() })

  // The hall's ears and its stage listen to the line themselves: nothing they do depends on a drawn frame.
  const hall = line.watch(office, 'hall')
  const heard = () => {
    const live = hall.get()
    const isLive = live.status === 'live' && clock.isSet()
    if (isLive) stage.show(live.view.calls)
    void announcer.hear(isLive ? everyCall(live.view) : [])
  }
  hall.subscribe(heard)
  clock.subscribe(heard)

  root.render(<Board line={line} clock={clock} office={office} stage={stage} chime={chime} />)
}
