import type { Bilingual, Language, WindowNumber } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import type { Expected } from './expected.ts'
import { Letter } from './letter.tsx'
import { Queue } from './queue.tsx'

type Props = {
  /** Unique on the screen. */
  readonly id: string
  readonly letter?: string
  readonly name: Bilingual
  readonly waiting: number
  /** What whoever takes a ticket now can expect; null: nothing is foreseen. */
  readonly expected: Expected | null
  readonly openWindows: readonly WindowNumber[]
  /** False: who waits and which window is open nobody knows now. */
  readonly isLive: boolean
  readonly language: Language
  readonly onChoose: () => void
}

/** One of the kinds of service, or of the services: its name, and how things stand there. */
export function ChoiceCard(props: Props) {
  const { id, letter, name, waiting, expected, openWindows, isLive, language, onChoose } = props
  return (
    <li>
      <button
        type="button"
        className="card"
        aria-labelledby={id}
        aria-describedby={`${id}-queue`}
        onClick={onChoose}
      >
        {letter === undefined ? null : <Letter letter={letter} />}
        <span className="card-words">
          <span className="card-name" id={id}>
            <Said words={name} language={language} />
          </span>
          <Queue
            id={`${id}-queue`}
            waiting={waiting}
            expected={expected}
            openWindows={openWindows}
            isLive={isLive}
            language={language}
          />
        </span>
      </button>
    </li>
  )
}
