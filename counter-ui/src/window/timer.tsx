import type { CSSProperties, ReactNode } from 'react'
import { stopwatch } from '#shared/client/format.ts'
import type { Line } from '#shared/client/live.ts'
import { useOfficeTime } from '#shared/client/use-live.ts'

type Props = {
  readonly line: Line
  /** ISO instant from which it counts. */
  readonly since: string
  readonly caption: ReactNode
  readonly isLarge?: boolean
  /** The usual length, in minutes: drawn as a bar, beside the words that say it. */
  readonly usualMinutes?: number | null
}

/** A time that runs on the office's clock. */
export function Timer({ line, since, caption, isLarge = false, usualMinutes = null }: Props) {
  const now = useOfficeTime(line)
  const milliseconds = now - Date.parse(since)
  const share = usualMinutes === null ? null : Math.min(1, milliseconds / (usualMinutes * 60_000))
  // A custom property set from data; React's type knows only the properties of CSS itself.
  const style = { '--share': share ?? 0 } as CSSProperties
  return (
    <div className="timer" data-size={isLarge ? 'large' : 'normal'} role="timer" aria-live="off">
      <span className="timer-figure">{stopwatch(milliseconds)}</span>
      <span className="timer-caption">{caption}</span>
      {share === null ? null : (
        <span className="timer-bar" data-full={share === 1} style={style} aria-hidden="true" />
      )}
    </div>
  )
}
