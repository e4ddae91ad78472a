import { say } from '../client/format.ts'
import type { Language } from '../languages.ts'
import { trainingWords } from '../words/training-words.ts'

/** On every screen of a training hall: nothing here is real. */
export function TrainingRibbon({
  training,
  language,
}: {
  readonly training: boolean
  readonly language: Language
}) {
  if (!training) return null
  return (
    <div className="training-ribbon" role="note">
      {say(trainingWords.training, language)}
    </div>
  )
}
