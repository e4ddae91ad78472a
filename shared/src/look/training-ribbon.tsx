import type { Language } from '../ids.ts'

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
      {language === 'bg' ? 'УЧЕБНА ЗАЛА · нищо тук не е истинско' : 'TRAINING HALL · nothing here is real'}
    </div>
  )
}
