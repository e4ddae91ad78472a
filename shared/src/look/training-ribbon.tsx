import { say } from '../client/format.ts'
import type { Language } from '../languages.ts'
import { everyLanguage } from '../words/further.ts'

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
      {say(words.training, language)}
    </div>
  )
}

const words = everyLanguage(
  { training: { bg: 'УЧЕБНА ЗАЛА · нищо тук не е истинско', en: 'TRAINING HALL · nothing here is real' } },
  (all) => all.look,
)
