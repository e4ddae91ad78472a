import { useLayoutEffect, useState, type ReactNode } from 'react'
import { clockFace, say } from '#shared/client/format.ts'
import type { Live } from '#shared/client/live.ts'
import { useSpoken } from '#shared/client/use-spoken.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import { TrainingRibbon } from '#shared/look/training-ribbon.tsx'
import type { TicketView } from '#shared/views.ts'
import { LanguageSwitch } from '../language-switch.tsx'

/** What all that is followed on a phone has in common. */
type PhoneView = Pick<TicketView, 'office' | 'day' | 'language'> & { readonly state: string }

type LineWords = {
  readonly connecting: Bilingual
  readonly connectingWhat: Bilingual
  readonly cannotShow: Bilingual
  readonly stale: (time: string) => Bilingual
}

type Props<View extends PhoneView> = {
  readonly live: Live<View>
  readonly words: LineWords
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  /** What is followed, once it is known. */
  readonly children: ReactNode
}

/** A page on its owner's phone: the office, the language, how the line is; and what is followed. */
export function PhoneFrame<View extends PhoneView>({
  live,
  words,
  language,
  onLanguage,
  children,
}: Props<View>) {
  const view = 'view' in live ? live.view : null
  return (
    <div className="phone" data-state={live.status === 'live' ? live.view.state : live.status}>
      <header className="phone-mast">
        <TrainingRibbon training={view?.office.training ?? false} language={language} />
        <div className="phone-mast-row">
          <p>{view === null ? null : <Said words={view.office.name} language={language} />}</p>
          <LanguageSwitch language={language} onChoose={onLanguage} />
        </div>
      </header>
      <main className="phone-main">
        <LineFace live={live} words={words} language={language} />
        {children}
      </main>
    </div>
  )
}

/** The language of the page: the one in which the ticket or the appointment was taken, until another is chosen. */
export function usePhoneLanguage<View extends PhoneView>(
  view: View | null,
  titleOf: (view: View, language: Language) => string,
): readonly [Language, (language: Language) => void] {
  const [chosen, choose] = useState<Language | null>(null)
  const language = useSpoken(chosen ?? view?.language ?? 'bg')
  useLayoutEffect(() => {
    document.documentElement.lang = language
    if (view !== null) document.title = titleOf(view, language)
  }, [view, language, titleOf])
  return [language, choose]
}

/** What is to be said about the line; nothing while it is up. */
function LineFace({ live, words, language }: Pick<Props<PhoneView>, 'live' | 'words' | 'language'>) {
  if (live.status === 'live') return null
  if (live.status === 'stale') {
    return (
      <p className="line-face" role="status">
        {say(words.stale(clockFace(live.since, live.view.day.zone)), language)}
      </p>
    )
  }
  const refused = live.status === 'refused'
  return (
    <section className="state" role="status">
      <h1 className="state-heading">{say(refused ? words.cannotShow : words.connecting, language)}</h1>
      <p>
        <Said words={refused ? live.rejection.message : words.connectingWhat} language={language} />
      </p>
    </section>
  )
}
