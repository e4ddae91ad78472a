import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import type { Reach } from './notices.ts'
import { words } from './words.ts'

/** How far the signal reaches, in words. */
const REACH = { closed: 'reachClosed', behind: 'reachBehind', open: 'reachOpen' } as const

type Props = {
  readonly language: Language
  /** Null: nobody has asked for it. */
  readonly reach: Reach | null
  readonly turnOn: () => Promise<void>
  readonly turnOff: () => Promise<void>
}

/** Whether this phone makes itself heard when the turn comes, and how far that reaches. */
export function NoticeSwitch({ language, reach, turnOn, turnOff }: Props) {
  const [isBusy, be] = useState(false)
  async function act(what: () => Promise<void>): Promise<void> {
    be(true)
    await what()
    be(false)
  }
  const isOn = reach !== null
  return (
    <section className="notices">
      <button
        type="button"
        className="phone-button notices-button"
        aria-pressed={isOn}
        aria-busy={isBusy}
        disabled={isBusy}
        onClick={() => void act(isOn ? turnOff : turnOn)}
      >
        {say(words.notices, language)}
      </button>
      <p role="status">{say(isOn ? words[REACH[reach]] : words.noticesWhat, language)}</p>
    </section>
  )
}
