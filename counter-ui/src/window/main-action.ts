import type { WindowView } from '#shared/views.ts'

/** The one thing that is next at a window; always at the same spot, always on Enter. */
export type MainAction =
  | 'open-window'
  | 'call-next'
  | 'start-service'
  | 'finish-and-call'
  | 'resume-window'
  | 'choose-another'

/** @param user who looks: a window where somebody else works has nothing for them. */
export function mainActionOf(
  view: Pick<WindowView, 'state' | 'clerk' | 'current'>,
  user: string,
): MainAction {
  if (view.clerk !== null && view.clerk.id !== user) return 'choose-another'
  if (view.current?.state === 'called') return 'start-service'
  if (view.current?.state === 'serving') return 'finish-and-call'
  switch (view.state) {
    case 'closed':
      return 'open-window'
    case 'paused':
      return 'resume-window'
    case 'open':
    case 'calling':
    case 'serving':
      return 'call-next'
  }
}

/**
 * @returns what stands at the main spot, down to the person: when it changes, by whomever, a key on its way to the
 * one before must not hit it.
 */
export function spotOf(view: Pick<WindowView, 'state' | 'clerk' | 'current'>, user: string): string {
  return `${mainActionOf(view, user)} ${view.current?.id ?? ''}`
}
