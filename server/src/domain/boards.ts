import { z } from 'zod'
import { ZoneId } from '#shared/boards.ts'
import { Bilingual, LocalTime, ServiceId, WindowNumber } from '#shared/ids.ts'

/** The boards of the hall, as the office's configuration has them: what each part shows, how loud it is when. */

export const Zone = z.strictObject({
  id: ZoneId,
  name: Bilingual,
  hall: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/)
    .nullable()
    .default(null)
    .describe('A room of its own has a voice of its own; null: it is heard with the main hall.'),
  windows: z.array(WindowNumber).min(1),
  services: z
    .array(ServiceId)
    .optional()
    .describe('Only calls for these are shown; left out: all calls to its windows.'),
  doors: z.boolean().default(true).describe('Whether calls to officials’ doors are shown.'),
})
export type Zone = z.infer<typeof Zone>

export const Boards = z
  .strictObject({
    zones: z.array(Zone).default([]),
    volumes: z
      .array(z.strictObject({ from: LocalTime, to: LocalTime, percent: z.int().min(0).max(100) }))
      .default([])
      .describe('How loud the voice is by the hour; at other times 100.'),
    recordings: z
      .string()
      .nullable()
      .default(null)
      .describe('A folder of human recordings: a clip found there is said instead of the synthetic one.'),
    pictures: z
      .string()
      .nullable()
      .default(null)
      .describe('A folder of pictures and videos for the time between the calls.'),
  })
  .superRefine(({ zones, volumes }, context) => {
    const problem = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if (new Set(zones.map(({ id }) => id)).size < zones.length) problem(['zones'], 'two zones share an id')
    volumes.forEach(({ from, to }, index) => {
      if (from >= to) problem(['volumes', index, 'to'], 'ends before it begins')
    })
  })
export type Boards = z.infer<typeof Boards>

/** An office that says nothing of its boards: one hall, in which every board shows everything. */
export const USUAL_BOARDS: Boards = { zones: [], volumes: [], recordings: null, pictures: null }

/**
 * @param time of day in the office, `HH:MM` @returns how loud the voice is then, 0–100: the first that holds the time
 * counts; its end belongs to the next.
 */
export function volumeAt(volumes: Boards['volumes'], time: string): number {
  return volumes.find(({ from, to }) => from <= time && time < to)?.percent ?? 100
}

/** @returns the zones in which a call to the window for the service is shown. */
export function zonesOf(
  zones: readonly Zone[],
  { window, service }: { readonly window: number; readonly service: ServiceId },
): readonly ZoneId[] {
  return zones
    .filter(
      ({ windows, services }) =>
        windows.includes(window) && (services === undefined || services.includes(service)),
    )
    .map(({ id }) => id)
}
