import type { ReactNode } from 'react'
import type { Line } from '#shared/client/live.ts'
import { say } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import { TrainingRibbon } from '#shared/look/training-ribbon.tsx'
import type { AssistanceOffer } from './assistance.tsx'
import { Clock } from './clock.tsx'
import { Foot } from './foot.tsx'
import { IdleWarning } from './idle-warning.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import type { Preferences } from './preferences.ts'
import './stage.css'

type Props = {
  readonly office: { readonly name: Bilingual; readonly municipality: Bilingual }
  readonly training: boolean
  readonly zone: string
  readonly line: Line
  readonly preferences: Preferences
  readonly onPrefer: (preferences: Preferences) => void
  readonly idle: { readonly secondsLeft: number | null; readonly stay: () => void }
  readonly assistance: AssistanceOffer | null
  readonly children: ReactNode
}

/** What stands around every face: whose screen it is, the languages above, help and display below. */
export function Stage({
  office,
  training,
  zone,
  line,
  preferences,
  onPrefer,
  idle,
  assistance,
  children,
}: Props) {
  const { language, lowerHalf } = preferences
  const languages = (
    <LanguageSwitch
      language={language}
      onChoose={(chosen) => onPrefer({ ...preferences, language: chosen })}
    />
  )
  return (
    <div className="stage">
      <header className="mast">
        <TrainingRibbon training={training} language={language} />
        <div className="mast-row">
          <p className="mast-office">
            <span className="mast-municipality">{say(office.municipality, language)}</span>
            <span className="mast-name">{say(office.name, language)}</span>
          </p>
          <Clock line={line} zone={zone} />
          {lowerHalf ? null : languages}
        </div>
      </header>
      {children}
      <footer className="foot">
        {lowerHalf ? languages : null}
        <Foot preferences={preferences} onPrefer={onPrefer} assistance={assistance} />
        <IdleWarning secondsLeft={idle.secondsLeft} language={language} onStay={idle.stay} />
      </footer>
    </div>
  )
}
