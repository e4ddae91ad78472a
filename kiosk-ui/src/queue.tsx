import { say } from '#shared/client/format.ts'
import type { Language, WindowNumber } from '#shared/ids.ts'
import type { Expected } from './expected.ts'
import { words } from './words.ts'

type Props = {
  readonly id: string
  readonly waiting: number
  /** What whoever takes a ticket now can expect; null: nothing is foreseen. */
  readonly expected: Expected | null
  readonly openWindows: readonly WindowNumber[]
  /** False: the figures are old, and none is shown. */
  readonly isLive: boolean
  readonly language: Language
}

/**
 * Who is ahead and how long it takes, and at which windows someone serves them now; where nothing is foreseen, how many
 * wait. Beside a time stand only those whose work it is made of: they wait for other services too.
 */
export function Queue({ id, waiting, expected, openWindows, isLive, language }: Props) {
  if (!isLive) return <span className="queue" id={id} />
  const nobody = openWindows.length === 0
  return (
    <span className="queue" id={id}>
      <span>
        {nobody || expected === null ? (
          say(words.waiting(waiting), language)
        ) : (
          <>
            <span className="queue-figure">
              {say(words.ahead(expected.ahead), language)}
              {expected.figure === null ? null : ' ·'}
            </span>
            {expected.figure === null ? null : (
              <>
                {' '}
                <span className="queue-figure">{say(expected.figure, language)}</span>
              </>
            )}
          </>
        )}
      </span>
      <span className={nobody ? 'queue-nobody' : undefined}>
        {say(nobody ? words.noWindow : words.openWindows(openWindows.join(',\u00a0')), language)}
      </span>
    </span>
  )
}
