import type { KioskView, WindowView } from '#shared/views.ts'
import type { Language } from '../language.ts'
import type { PageProps } from '../page-props.ts'
import { useFetched } from '../supervisor/use-fetched.ts'
import { ToolButton } from '../tool-button.tsx'
import { words } from '../words.ts'

/** Whether people are signed up for reception days at this window by this clerk, and whether the ticket here is for that. */
export type SignsUp = 'no' | 'yes' | 'for-this-ticket'

/** Where one signs up, and the service that tickets for it are of: as the settings have it. */
export type SignUpPlace = Pick<NonNullable<KioskView['reception']>, 'service' | 'window'>

/**
 * @param place null: not known yet, or the office has no reception days
 * @param user who is signed in at this machine
 */
export function signsUpAt(
  place: SignUpPlace | null,
  { window, clerk, state, current }: Pick<WindowView, 'window' | 'clerk' | 'state' | 'current'>,
  user: string,
): SignsUp {
  if (place?.window !== window || clerk?.id !== user || state === 'closed' || state === 'paused') return 'no'
  return current?.state === 'serving' && current.service === place.service ? 'for-this-ticket' : 'yes'
}

/** @returns where one signs up, read once: settings change only when the server starts. */
export function useSignUpPlace({ api, office }: Pick<PageProps, 'api' | 'office'>): SignUpPlace | null {
  const [fetched] = useFetched<{ readonly view: KioskView }>(api, `/api/offices/${office}/views/kiosk`)
  return fetched.face === 'ready' ? fetched.value.view.reception : null
}

type Props = { readonly language: Language; readonly isOpen: boolean; readonly onPress: () => void }

/** Opens the sign-up desk, also without a ticket: to find an appointment, to telephone. */
export function SignUpTool({ language, isOpen, onPress }: Props) {
  return <ToolButton label={words.signUpDesk[language]} shortcut="KeyD" isOpen={isOpen} onPress={onPress} />
}
