import type { Phase, WindowView } from '#shared/views.ts'

/** The one thing that is next at a window; always at the same spot, always on Enter. */
export type MainAction =
  | 'open-window'
  | 'call-next'
  | 'start-service'
  | 'finish-and-call'
  | 'finish'
  | 'close-window'
  | 'resume-window'
  | 'choose-another'
  | 'nothing'

type Seen = Pick<WindowView, 'state' | 'clerk' | 'current'> & { readonly day: { readonly phase: Phase } }

/** On a day off no window is opened, after the day no more; what has begun is finished. */
export function isWithoutWork(phase: Phase): boolean {
  return phase === 'closed-day' || phase === 'closed'
}

/** @param user who looks: a window where somebody else works has nothing for them. */
export function mainActionOf(view: Seen, user: string): MainAction {
  if (view.clerk !== null && view.clerk.id !== user) return 'choose-another'
  if (view.current?.state === 'called') return 'start-service'
  const isOver = isWithoutWork(view.day.phase)
  if (view.current?.state === 'serving') return isOver ? 'finish' : 'finish-and-call'
  if (isOver) return view.state === 'closed' ? 'nothing' : 'close-window'
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
export function spotOf(view: Seen, user: string): string {
  return `${mainActionOf(view, user)} ${view.current?.id ?? ''}`
}
