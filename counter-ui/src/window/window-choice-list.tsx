import { KeyCap, useKey } from '../key-cap.tsx'
import type { Language } from '../language.ts'
import { filled, words } from '../words.ts'
import { dayOffOf } from './day-off.ts'
import type { OwnWindow, WindowChoice } from './own-window.ts'
import './window-choice-list.css'
import { windowStateWords } from './window-words.ts'

type Props = {
  readonly work: Extract<OwnWindow, { status: 'known' }>
  readonly language: Language
  readonly onChoose: (window: number) => void
}

export function WindowChoiceList({ work, language, onChoose }: Props) {
  return (
    <main id="content" className="choice">
      <h1>{words.chooseTitle[language]}</h1>
      <p className="choice-text">{(dayOffOf(work.face.day)?.title ?? words.chooseText)[language]}</p>
      <ul role="list" className="choice-list">
        {work.windows.map((each) => (
          <li key={each.window}>
            <Choice choice={each} language={language} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </main>
  )
}

type ChoiceProps = {
  readonly choice: WindowChoice
  readonly language: Language
  readonly onChoose: (window: number) => void
}

function Choice({ choice, language, onChoose }: ChoiceProps) {
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
      onClick={() => (isTaken ? undefined : onChoose(window))}
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
