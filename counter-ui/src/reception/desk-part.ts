import type { DeskView } from '#shared/views.ts'
import type { PageProps } from '../page-props.ts'
import type { Act } from './use-acts.ts'

/** What each part of the sign-up desk is drawn from. */
export type DeskPart = PageProps & {
  readonly view: DeskView
  /** False: the line is down; nothing can be done until it is back. */
  readonly isLive: boolean
  readonly act: Act
}
