import { createRoot } from 'react-dom/client'
import { createApi } from '#shared/client/api.ts'
import { createLine } from '#shared/client/line.ts'
import '#shared/look/tokens.css'
import '#shared/look/typeface.css'
import './display.css'
import { Board } from './board.tsx'
import { Connecting } from './message.tsx'
import { createOfficeClock } from './office-clock.ts'
import { findOffice, tokenOf } from './office.ts'
import { createPictureShow } from './pictures.ts'
import { route } from './route.ts'
import { Sign } from './sign.tsx'
import { createStage } from './stage.ts'
import { inZone } from './zone.ts'
import { Door } from './reception/door.tsx'
import { createHallVoice } from './voice/hall-voice.ts'

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no #root')
const root = createRoot(element)
root.render(<Connecting />)

const here = route(location.pathname)
const listing = await findOffice(location.search, createApi())
const { office } = listing
// Signs speak to nobody: only a board has a token.
const token = here.screen === 'board' ? tokenOf(listing) : null
const line = createLine({ token: token ?? undefined })
const clock = createOfficeClock(line)

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
  const zone = new URLSearchParams(location.search).get('zone')
  const api = token === null ? null : createApi({ token })
  const voice = createHallVoice({ line, office, zone, api })

  // The hall's ears and its stage listen to the line themselves: nothing they do depends on a drawn frame.
  const hall = line.watch(office, 'hall')
  const heard = () => {
    const live = hall.get()
    const isLive = live.status === 'live' && clock.isSet()
    if (isLive) stage.show(inZone(live.view, zone).calls)
    voice.hear(isLive ? live.view : null)
  }
  hall.subscribe(heard)
  clock.subscribe(heard)

  root.render(
    <Board
      line={line}
      clock={clock}
      office={office}
      zone={zone}
      stage={stage}
      voice={voice}
      show={createPictureShow({ office })}
    />,
  )
}
