import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import type { KioskService, KioskView } from '#shared/views.ts'
import { BackButton } from './back-button.tsx'
import { ChoiceCard } from './choice-card.tsx'
import { Choices } from './choices.tsx'
import type { Expected } from './expected.ts'
import { Letter } from './letter.tsx'
import { Screen } from './screen.tsx'
import { Scroller } from './scroller.tsx'
import { words } from './words.ts'

type Props = {
  readonly group: KioskView['groups'][number]
  readonly services: readonly KioskService[]
  /** Null: nothing is foreseen. */
  readonly expectedOf: (service: KioskService['id']) => Expected | null
  readonly isLive: boolean
  readonly language: Language
  readonly onChoose: (service: KioskService['id']) => void
  readonly onBack: () => void
}

/** The services of one kind. */
export function ServiceList({ group, services, expectedOf, isLive, language, onChoose, onBack }: Props) {
  return (
    <Screen
      kind="group"
      heading={
        <span className="lettered">
          <Letter letter={group.letter} />
          <Said words={group.name} language={language} />
        </span>
      }
      head={<p className="greeting">{say(words.chooseGroup, language)}</p>}
    >
      <Scroller label={say(words.services, language)} language={language}>
        <Choices kind="services" count={services.length}>
          {services.map((service) => (
            <ChoiceCard
              key={service.id}
              id={`service-${service.id}`}
              name={service.name}
              waiting={service.waiting}
              expected={expectedOf(service.id)}
              openWindows={service.openWindows}
              isLive={isLive}
              language={language}
              onChoose={() => onChoose(service.id)}
            />
          ))}
        </Choices>
      </Scroller>
      <div className="steps">
        <BackButton language={language} onBack={onBack} />
      </div>
    </Screen>
  )
}
