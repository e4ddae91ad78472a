import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { words } from './words.ts'

type Props = {
  readonly priority: boolean
  /** A request is out: what was asked cannot change until its answer is known. */
  readonly fixed: boolean
  readonly language: Language
  readonly onChoose: (priority: boolean) => void
}

const CHOICES = [
  { id: 'ordinary', priority: false, name: words.ordinary, about: words.ordinaryWhat },
  { id: 'priority', priority: true, name: words.priority, about: words.priorityWho },
] as const

/** Whether priority is wanted. Never why. */
export function PriorityChoice({ priority, fixed, language, onChoose }: Props) {
  return (
    <fieldset className="priority" disabled={fixed}>
      <legend>{say(words.priorityQuestion, language)}</legend>
      {CHOICES.map((choice) => (
        <label key={choice.id} className="priority-choice">
          <input
            type="radio"
            name="priority"
            checked={choice.priority === priority}
            aria-labelledby={`${choice.id}-name`}
            aria-describedby={`${choice.id}-about`}
            onChange={() => onChoose(choice.priority)}
          />
          <span>
            <span className="priority-name" id={`${choice.id}-name`}>
              {say(choice.name, language)}
            </span>
            <span className="priority-about" id={`${choice.id}-about`}>
              {say(choice.about, language)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
