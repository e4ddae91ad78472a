import type { ReactNode } from 'react'
import type { Line } from '#shared/client/live.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { Language } from '#shared/languages.ts'
import { Said } from '#shared/look/said.tsx'
import { TrainingRibbon } from '#shared/look/training-ribbon.tsx'
import type { AssistanceOffer } from './assistance.tsx'
import { Clock } from './clock.tsx'
import { Foot } from './foot.tsx'
import { IdleWarning } from './idle-warning.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import type { Preferences } from './preferences.ts'
import './stage.css'
import { VoiceTrouble } from './voice-trouble.tsx'

type Props = {
  readonly office: { readonly name: Bilingual; readonly municipality: Bilingual }
  readonly training: boolean
  readonly zone: string
  readonly line: Line
  readonly preferences: Preferences
  /** What is spoken now: English while the words of the language wanted are still on their way. */
  readonly language: Language
  readonly onPrefer: (preferences: Preferences) => void
  readonly idle: { readonly secondsLeft: number | null; readonly stay: () => void }
  readonly assistance: AssistanceOffer | null
  /** What everybody must know before anything else. */
  readonly note: ReactNode
  readonly children: ReactNode
}

/** What stands around every face: whose screen it is, the languages above, help and display below. */
export function Stage({
  office,
  training,
  zone,
  line,
  preferences,
  language,
  onPrefer,
  idle,
  assistance,
  note,
  children,
}: Props) {
  const { lowerHalf } = preferences
  const languages = (
    <LanguageSwitch
      language={language}
      onChoose={(chosen) => onPrefer({ ...preferences, language: chosen })}
    />
  )
  const trouble = <VoiceTrouble speech={preferences.speech} assistance={assistance} language={language} />
  return (
    <div className="stage">
      <header className="mast">
        <TrainingRibbon training={training} language={language} />
        <div className="mast-row">
          <p className="mast-office">
            <span className="mast-municipality">
              <Said words={office.municipality} language={language} />
            </span>
            <span className="mast-name">
              <Said words={office.name} language={language} />
            </span>
          </p>
          <Clock line={line} zone={zone} />
          {lowerHalf ? null : languages}
        </div>
        {note}
        {lowerHalf ? trouble : null}
      </header>
      {children}
      <footer className="foot">
        {lowerHalf ? languages : null}
        <Foot
          preferences={preferences}
          language={language}
          onPrefer={onPrefer}
          assistance={assistance}
          trouble={lowerHalf ? null : trouble}
        />
        <IdleWarning secondsLeft={idle.secondsLeft} language={language} onStay={idle.stay} />
      </footer>
    </div>
  )
}
