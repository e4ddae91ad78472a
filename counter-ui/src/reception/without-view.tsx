import { say } from '#shared/client/format.ts'
import type { Live } from '#shared/client/live.ts'
import type { Language } from '../language.ts'
import { words } from './words.ts'

type Props = {
  readonly live: Extract<Live<unknown>, { readonly status: 'connecting' | 'refused' }>
  readonly language: Language
}

/** The face of a section that has no view to show: it is still to come, or was refused, in words. */
export function WithoutView({ live, language }: Props) {
  return live.status === 'connecting' ? (
    <p className="sheet-face" role="status">
      {say(words.connecting, language)}
    </p>
  ) : (
    <p className="sheet-face" role="alert">
      {say(live.rejection.message, language)}
    </p>
  )
}
