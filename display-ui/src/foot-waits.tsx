import type { WaitsView } from '#shared/waits.ts'
import { Both } from './both.tsx'
import { waitOfLetter, words } from './words.ts'

type Letters = WaitsView['letters']

/** @returns whether there is a figure to show. */
export function hasWaits(letters: Letters): boolean {
  return letters.some(({ wait }) => wait.state === 'estimated')
}

type Props = {
  readonly letters: Letters
  /** Minutes to the limit of the day; null: it has none. */
  readonly left: number | null
}

/** How long whoever takes a ticket now will wait, by letter; letters without an open window have no figure. */
export function FootWaits({ letters, left }: Props) {
  return (
    <div className="foot-waits">
      <Both words={words.expectedWait} className="both-stacked foot-waits-title" />
      <dl>
        {letters.map(({ letter, wait }) =>
          wait.state !== 'estimated' ? null : (
            <div key={letter}>
              <dt className="label" lang="bg">
                {letter}
              </dt>
              <dd>{waitOfLetter(wait, left)}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  )
}
