import { say } from '#shared/client/format.ts'
import type { Language, WindowNumber } from '#shared/ids.ts'
import { words } from './words.ts'

type Props = {
  readonly id: string
  readonly waiting: number
  readonly openWindows: readonly WindowNumber[]
  /** False: the figures are old, and none is shown. */
  readonly isLive: boolean
  readonly language: Language
}

/** How many wait, and at which windows someone serves them now. */
export function Queue({ id, waiting, openWindows, isLive, language }: Props) {
  if (!isLive) return <span className="queue" id={id} />
  const nobody = openWindows.length === 0
  return (
    <span className="queue" id={id}>
      <span>{say(words.waiting(waiting), language)}</span>
      <span className={nobody ? 'queue-nobody' : undefined}>
        {say(nobody ? words.noWindow : words.openWindows(openWindows.join(',\u00a0')), language)}
      </span>
    </span>
  )
}
