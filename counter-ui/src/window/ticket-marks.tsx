import type { Language } from '../language.ts'
import { filled, words } from '../words.ts'
import type { Waited } from './waited.ts'

/** A waiting time against the standard: a figure, and when it is over, a word and a shape too. */
export function WaitMark({
  wait,
  standardMinutes,
  language,
}: {
  readonly wait: Waited
  readonly standardMinutes: number
  readonly language: Language
}) {
  if (!wait.isOver)
    return <span className="mark">{filled(words.waitedN[language], { n: wait.minutes })}</span>
  return (
    <span className="mark mark-over">
      <span aria-hidden="true">▲ </span>
      {filled(words.waitedOver[language], { n: wait.minutes, standard: standardMinutes })}
    </span>
  )
}

export function PriorityMark({ language }: { readonly language: Language }) {
  return (
    <span className="mark mark-priority">
      <span aria-hidden="true">◆ </span>
      {words.priority[language]}
    </span>
  )
}
