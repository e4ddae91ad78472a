import { useState } from 'react'
import { KeyCap, useKey } from '../key-cap.tsx'
import type { Language } from '../language.ts'
import { filled, words } from '../words.ts'
import type { WindowChoice } from './own-window.ts'
import './window-choice-list.css'
import { windowStateWords } from './window-words.ts'

type Props = {
  readonly windows: readonly WindowChoice[]
  readonly language: Language
  readonly onChoose: (window: number) => void
}

/** Which window the clerk is at; one that is taken answers who works there. */
export function WindowChoiceList({ windows, language, onChoose }: Props) {
  const [asked, ask] = useState<number | null>(null)
  const taken = windows.find(({ window, state }) => window === asked && state !== 'closed')
  return (
    <main id="content" className="choice">
      <h1>{words.chooseTitle[language]}</h1>
      <p className="choice-text">{words.chooseText[language]}</p>
      <p className="choice-taken" role="status">
        {taken && filled(words.takenBy[language], { n: taken.window, clerk: taken.clerk ?? '' })}
      </p>
      <ul role="list" className="choice-list">
        {windows.map((each) => (
          <li key={each.window}>
            <Choice choice={each} language={language} onPress={each.state === 'closed' ? onChoose : ask} />
          </li>
        ))}
      </ul>
    </main>
  )
}

type ChoiceProps = {
  readonly choice: WindowChoice
  readonly language: Language
  readonly onPress: (window: number) => void
}

function Choice({ choice, language, onPress }: ChoiceProps) {
  const { window, name, state, clerk, services } = choice
  const isTaken = state !== 'closed'
  const key = window <= 9 ? `Digit${window}` : undefined
  return (
    <button
      type="button"
      className="choice-window"
      data-state={isTaken ? 'taken' : 'free'}
      {...useKey(key)}
      aria-disabled={isTaken}
      onClick={() => onPress(window)}
    >
      <span className="choice-top">
        <span className="choice-name">
          {filled(words.windowN[language], { n: window })}
          {name === null ? null : <span className="choice-own-name"> · {name[language]}</span>}
        </span>
        {key === undefined || isTaken ? null : <KeyCap code={key} />}
      </span>
      <span className="choice-state">
        {isTaken ? `${clerk ?? ''} · ${windowStateWords[state][language]}` : words.windowFree[language]}
      </span>
      <span className="choice-services">
        <span className="choice-letters">
          {[...new Set(services.map((service) => service.letter))].map((letter) => (
            <span key={letter} className="letter">
              {letter}
            </span>
          ))}
        </span>
        <span className="choice-service-names">
          {services.map((service) => service.name[language]).join(' · ')}
        </span>
      </span>
    </button>
  )
}
