import { dateIn, isoOf } from '#shared/client/instants.ts'
import type { Iso } from '#shared/instant.ts'
import type { Note } from './notes.ts'

/**
 * @param now milliseconds since the epoch, when the clerk says that the visit is over.
 * @returns the end to note. Of a note that stayed open overnight nobody knows it: it is the beginning, and of the note's own
 * day, as the office asks.
 */
export function endedAt(note: Pick<Note, 'date' | 'startedAt'>, now: number, zone: string): Iso {
  return dateIn(zone, now) === note.date ? isoOf(now) : note.startedAt
}
