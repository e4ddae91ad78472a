import type { Orders, Presence } from './boards.ts'
import type { OfficeId } from './ids.ts'
import type { Iso } from './instant.ts'
import type { Rejection } from './rejections.ts'
import type { ViewName, Views } from './views.ts'

/**
 * The socket: commands go up by HTTP, views come down here, whole and numbered.
 * A change of these messages changes PROTOCOL; a screen that meets another number reloads itself once.
 */
export const PROTOCOL = 4

export type Watch = { readonly office: OfficeId; readonly view: string }

export type Pushed<N extends ViewName = ViewName> = {
  readonly office: OfficeId
  readonly name: N
  readonly version: number
  readonly view: Views[N]
}

/** Once a second to every screen in the building: what time it is in the office, and that the line is alive. */
export type Beat = { readonly now: Iso; readonly speed: number; readonly protocol: number }

export type ServerToClient = {
  view: (pushed: Pushed) => void
  beat: (beat: Beat) => void
}
export type ClientToServer = {
  /** Answers null when the view is being watched; its newest state follows at once. */
  watch: (watch: Watch, answer: (refusal: Rejection | null) => void) => void
  unwatch: (watch: Watch) => void
  /** A board says twice a second how it is; the answer says whether it speaks for its hall. Null: no such office. */
  board: (board: { readonly office: OfficeId } & Presence, answer: (orders: Orders | null) => void) => void
}
