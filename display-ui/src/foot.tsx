import { useSyncExternalStore } from 'react'
import { clockFace, longDate } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { HallView } from '#shared/views.ts'
import type { WaitsView } from '#shared/waits.ts'
import { Both } from './both.tsx'
import type { HallVoice } from './voice/hall-voice.ts'
import { customProperties } from './custom-properties.ts'
import { notices, phaseWords, saysAtLength } from './day-words.ts'
import { footTurns } from './foot-turns.ts'
import { FootWaits, hasWaits } from './foot-waits.tsx'
import './foot.css'
import type { Reading } from './layout.ts'
import { fittedFont, type Slot } from './sayings.ts'
import { readable, words } from './words.ts'

type Props = {
  readonly view: HallView
  readonly letters: WaitsView['letters']
  readonly now: number
  readonly reading: Reading | null
  readonly asked: number | undefined
  /** From how far the messages can be read, metres. */
  readonly messages: number
  /** Beside the clock, on a board with a distance. */
  readonly slot: Slot
  readonly voice: HallVoice
}

/** Of several things to know each stands for so long, milliseconds. */
const TURN_MS = 12_000

/** Clock, date, phase, and the one thing to know. */
export function Foot({ view, letters, now, reading, asked, messages, slot, voice }: Props) {
  const { day, office } = view
  const said = notices(view, now)
  const left = day.limitAt === null ? null : (Date.parse(day.limitAt) - now) / 60_000
  const says = said[Math.floor(now / TURN_MS) % said.length] ?? null
  // The installer's note never takes the place of what the hall must know.
  const isCalm = says === words.documentsReady
  if (reading !== null) {
    const turns = [
      ...footTurns(
        { said: isCalm ? [] : said, phase: phaseWords(day), waiting: view.waiting, left, letters },
        slot,
      ),
      ...(isCalm && asked !== undefined && (reading.reaches !== 'all' || messages < asked)
        ? [
            {
              text: readable({
                asked,
                lead: tenths(reading.leadMetres),
                list: tenths(reading.listMetres),
                messages: tenths(messages),
              }).bg,
              language: 'bg' as const,
            },
          ]
        : []),
    ]
    const turn = turns[Math.floor(now / TURN_MS) % turns.length]
    return (
      <footer className={`foot foot-${day.phase}`}>
        <p className="foot-clock">{clockFace(now, day.zone)}</p>
        {turn === undefined ? null : (
          <p
            className="foot-turn"
            lang={turn.language}
            style={customProperties({ '--turn-font': fittedFont([turn.text], slot) })}
          >
            {turn.text}
          </p>
        )}
        <div className="foot-small">
          <SoundHint voice={voice} />
        </div>
      </footer>
    )
  }
  return (
    <footer className={`foot foot-${day.phase}`}>
      <p className="foot-clock">{clockFace(now, day.zone)}</p>
      {saysAtLength(day) ? null : (
        <p className="foot-date">
          <Both
            words={{ bg: longDate(day.date, 'bg'), en: longDate(day.date, 'en') }}
            className="both-stacked"
          />
        </p>
      )}
      {(says === null || isCalm) && (
        <p className="foot-phase">
          <Both words={phaseWords(day)} className="both-stacked" />
        </p>
      )}
      {isCalm && hasWaits(letters) ? (
        <div className="foot-notice">
          <FootWaits letters={letters} left={left} />
        </div>
      ) : (
        <p className="foot-notice">
          <Both
            words={says ?? office.name}
            className={isLong(says) && !saysAtLength(day) ? 'both-stacked foot-long' : 'both-stacked'}
          />
        </p>
      )}
      <div className="foot-small">
        <SoundHint voice={voice} />
      </div>
    </footer>
  )
}

/** More than this does not fit in the usual type. */
function isLong(says: Bilingual | null): boolean {
  return says !== null && Math.max(says.bg.length, says.en.length) > 80
}

/** Until the browser lets the page sound. */
function SoundHint({ voice }: { readonly voice: HallVoice }) {
  const isSilent = useSyncExternalStore(voice.subscribe, voice.isSilent)
  if (!isSilent) return null
  return (
    <button type="button" className="sound-hint" onClick={voice.wake}>
      <Both words={words.silent} className="both-stacked" />
    </button>
  )
}

/** Rounded down: a promise of distance is never more than the screen keeps. */
function tenths(metres: number): number {
  return Math.floor(metres * 10) / 10
}
