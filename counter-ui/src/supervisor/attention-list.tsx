import { say } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { SupervisorView } from '#shared/views.ts'
import type { Forecast } from '../forecast.ts'
import type { Language } from '../language.ts'
import type { BoardAttention } from '../boards/board-attention.ts'
import type { PaperAttention } from '../printing/paper-attention.ts'
import { attentionOf, type Attention } from './attention.ts'
import { Shape } from './shape.tsx'
import { foreseenPastWords, noWindowWords, pastStandardWords, soonPastWords, words } from './words.ts'

type Props = {
  readonly view: SupervisorView
  readonly forecast: Forecast
  /** What of the boards and the paper needs somebody. */
  readonly devices: readonly (BoardAttention | PaperAttention)[]
  readonly now: number
  readonly language: Language
}

/** What is urgent now, in words; its line stays in place when nothing is. */
export function AttentionList({ view, forecast, devices, now, language }: Props) {
  const attentions = attentionOf(view, now, forecast)
  return (
    <section className="attention" aria-label={say(words.attention, language)}>
      {attentions.length === 0 && devices.length === 0 ? (
        <p className="attention-calm">
          <Shape name="done" /> {say(words.calm, language)}
        </p>
      ) : (
        <ul role="list">
          {attentions.map((attention) => (
            <li key={attention.kind} data-kind={attention.kind}>
              <Shape name={shapes[attention.kind]} />
              {say(wordsOf(attention, view.standardMinutes), language)}
            </li>
          ))}
          {devices.map(({ kind, key, words: about }) => (
            <li key={key} data-kind={kind}>
              <Shape name={kind === 'paper-low' || kind === 'board-deaf' ? 'soon' : 'past'} />
              {say(about, language)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const shapes = {
  'no-window': 'no-window',
  'past-standard': 'past',
  'soon-past-standard': 'soon',
  'foreseen-past': 'soon',
} as const

function wordsOf(attention: Attention, standardMinutes: number): Bilingual {
  switch (attention.kind) {
    case 'no-window':
      return noWindowWords(attention.letters.map(({ letter, waiting }) => `${letter} ${waiting}`).join(', '))
    case 'past-standard':
      return pastStandardWords(attention.waiting, standardMinutes)
    case 'soon-past-standard':
      return soonPastWords(attention.waiting, standardMinutes)
    case 'foreseen-past':
      return foreseenPastWords(attention.waiting, standardMinutes)
  }
}
