import { clockFace } from '#shared/client/format.ts'
import type { Line } from '#shared/client/live.ts'
import { useOfficeTime } from '#shared/client/use-live.ts'

/** The time in the office, whatever this machine thinks. */
export function Clock({ line, zone }: { readonly line: Line; readonly zone: string }) {
  const time = clockFace(useOfficeTime(line), zone)
  return (
    <time className="clock" dateTime={time}>
      {time}
    </time>
  )
}
