import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import type { KioskService, KioskView } from '#shared/views.ts'
import { ChoiceCard } from './choice-card.tsx'
import { Choices } from './choices.tsx'
import type { Expected } from './expected.ts'
import { Screen } from './screen.tsx'
import { Scroller } from './scroller.tsx'
import { words } from './words.ts'

type Props = {
  readonly view: KioskView
  /** As the board tells it of a letter; null: nothing is foreseen. */
  readonly expectedOf: (group: KioskView['groups'][number]) => Expected | null
  /** False: who waits and which window is open nobody knows now. */
  readonly isLive: boolean
  readonly language: Language
  readonly onGroup: (group: string) => void
  readonly onService: (service: KioskService['id']) => void
  readonly onArrival: () => void
}

/** The start: the kinds of service. A kind with one service leads straight to it. */
export function GroupList({ view, expectedOf, isLive, language, onGroup, onService, onArrival }: Props) {
  const { day } = view
  const isReceptionDay =
    isLive && view.reception?.officials.some(({ days }) => days[0]?.date === day.date) === true
  return (
    <Screen
      kind="start"
      heading={say(words.chooseGroup, language)}
      head={
        <>
          <p className="greeting">{say(words.greeting, language)}</p>
          {day.why === null ? null : (
            <p className="notice">
              {say(words.today, language)}: <Said words={day.why} language={language} />
            </p>
          )}
        </>
      }
    >
      <Scroller label={say(words.groups, language)} language={language}>
        <Choices kind="groups" count={view.groups.length}>
          {view.groups.map((group) => {
            const services = view.services.filter((service) => service.group === group.id)
            const [first] = services
            if (first === undefined) return null
            return (
              <ChoiceCard
                key={group.id}
                id={`group-${group.id}`}
                letter={group.letter}
                name={group.name}
                waiting={group.waiting}
                expected={expectedOf(group)}
                openWindows={group.openWindows}
                isLive={isLive}
                language={language}
                onChoose={() => (services.length === 1 ? onService(first.id) : onGroup(group.id))}
              />
            )
          })}
        </Choices>
      </Scroller>
      {isReceptionDay ? (
        <button type="button" className="choice" onClick={onArrival}>
          {say(words.haveAppointment, language)}
        </button>
      ) : null}
    </Screen>
  )
}
