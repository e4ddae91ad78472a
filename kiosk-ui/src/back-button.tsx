import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { Icon } from './icon.tsx'
import { words } from './words.ts'

type Props = { readonly language: Language; readonly disabled?: boolean; readonly onBack: () => void }

export function BackButton({ language, disabled = false, onBack }: Props) {
  return (
    <button type="button" className="choice back" disabled={disabled} onClick={onBack}>
      <Icon name="back" />
      <span>{say(words.back, language)}</span>
    </button>
  )
}
