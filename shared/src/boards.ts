import { z } from 'zod'
import { Bilingual, LocalTime } from './ids.ts'
import { Iso } from './instant.ts'

/**
 * The boards of a hall and its voice: what each board tells the office of itself, what the office tells it, and what
 * the supervisor and the auditor see of both.
 */

/** A part of the office that a board shows, as the configuration names it: `?zone=` of the board's address. */
export const ZoneId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}$/)
  .brand<'ZoneId'>()
export type ZoneId = z.infer<typeof ZoneId>

/** `hall` view, `zones`: what a board with `?zone=` shows. */
export const ZoneFace = z.object({
  id: ZoneId,
  name: Bilingual,
  hall: z.string().nullable().describe('The room in which it is heard; null: the main hall.'),
  windows: z.array(z.int()).readonly(),
  doors: z.boolean().describe('Whether calls to officials’ doors belong here.'),
  waiting: z.int().describe('People who wait for what is served here.'),
})
export type ZoneFace = z.infer<typeof ZoneFace>

/** How a board stands with sound: `blocked`: its browser lets nothing be heard until someone touches the screen. */
export const Sound = z.enum(['on', 'blocked'])
export type Sound = z.infer<typeof Sound>

/** What a board says of itself twice a second, on the line. */
export const Presence = z.object({
  /** One a loaded page: two pages are two boards, also with one token. */
  page: z.string().min(8).max(64),
  zone: z.string().max(32).nullable(),
  sound: Sound,
  /** The call that is being said now, by its key; null: none. */
  saying: z.string().max(60).nullable(),
  /** The keys of those said last, for whoever goes on. */
  said: z.array(z.string().max(60)).max(40).readonly(),
})
export type Presence = z.infer<typeof Presence>

/** What the office answers. A board without an answer for a while is no speaker any more: another may have begun. */
export type Orders = {
  readonly speaks: boolean
  /** 0–100, by the hour; 0 also outside the hall’s hours. */
  readonly volume: number
  /** The keys of the calls that were said in this hall, by whichever board. */
  readonly said: readonly string[]
}

/** What a board did with a call. `unheard`: its turn came, and the sound was off. `cut-off`: it broke off in the middle. */
export const Telling = z.enum(['shown', 'spoken', 'unheard', 'cut-off'])
export type Telling = z.infer<typeof Telling>

export const BoardReport = z.strictObject({
  call: z.int().min(1).describe('The version of the event that announced it.'),
  label: z.string().max(20),
  telling: Telling,
  at: Iso.describe('When it stood on the board, or the voice began.'),
  endedAt: Iso.nullable().describe('When the voice was done.'),
  languages: z.array(z.string().max(8)).max(4).describe('In which it was said.'),
  volume: z.int().min(0).max(100).nullable(),
})
export type BoardReport = z.infer<typeof BoardReport>

/** `POST /api/offices/{office}/announcements`, by a board. */
export const BoardReports = z.strictObject({ reports: z.array(BoardReport).min(1).max(100) })

/** One line of what was shown and spoken, for whoever reads the log. */
export const Announcement = BoardReport.extend({
  number: z.int(),
  board: z.string(),
  heardAt: Iso.describe('When the office wrote it down.'),
  hash: z.string(),
})
export type Announcement = z.infer<typeof Announcement>

/** `well`: on the line, and heard when its turn comes. `deaf`: on the line without sound. `gone`: nothing is heard of it any more.
 * `never`: nothing has been heard of it yet. */
export const BoardState = z.enum(['well', 'deaf', 'gone', 'never'])
export type BoardState = z.infer<typeof BoardState>

/** `boards` view: the boards of the hall, for the supervisor. */
export const BoardsView = z.object({
  boards: z
    .array(
      z.object({
        id: z.string().describe('Of the device; of a board without a token, of its page.'),
        name: z.string().nullable().describe('Null: a board without a token.'),
        zone: z.string().nullable(),
        hall: z.string().nullable(),
        state: BoardState,
        speaks: z.boolean().describe('It says the calls of its hall.'),
        since: Iso.describe('Since when it stands as it does.'),
      }),
    )
    .readonly(),
  spoken: z
    .array(
      z.object({
        label: z.string(),
        board: z.string(),
        telling: Telling,
        at: Iso,
        endedAt: Iso.nullable(),
      }),
    )
    .readonly()
    .describe('What was said last, newest first.'),
  volume: z.int(),
  volumes: z
    .array(z.object({ from: LocalTime, to: LocalTime, percent: z.int() }))
    .readonly()
    .describe('How loud it is by the hour; 100 where nothing is said.'),
})
export type BoardsView = z.infer<typeof BoardsView>
