import { say } from '#shared/client/format.ts'
import type { Bilingual, Language, WindowNumber } from '#shared/ids.ts'
import { words } from './words.ts'

type Props = {
  readonly id: string
  readonly waiting: number
  /** How long whoever takes a ticket now will wait; null: there is no figure. */
  readonly wait: Bilingual | null
  readonly openWindows: readonly WindowNumber[]
  /** False: the figures are old, and none is shown. */
  readonly isLive: boolean
  readonly language: Language
}

/** How many wait, how long, and at which windows someone serves them now. */
export function Queue({ id, waiting, wait, openWindows, isLive, language }: Props) {
  if (!isLive) return <span className="queue" id={id} />
  const nobody = openWindows.length === 0
  return (
    <span className="queue" id={id}>
      <span>
        {say(words.waiting(waiting), language)}
        {nobody || wait === null ? null : (
          <>
            {' · '}
            <span className="queue-wait">{say(wait, language)}</span>
          </>
        )}
      </span>
      <span className={nobody ? 'queue-nobody' : undefined}>
        {say(nobody ? words.noWindow : words.openWindows(openWindows.join(',\u00a0')), language)}
      </span>
    </span>
  )
}
