import { useRef, useState } from 'react'
import type { DeviceKind } from '#shared/accounts.ts'
import { say } from '#shared/client/format.ts'
import type { Language } from '../language.ts'
import { Field } from '../supervisor/field.tsx'
import { words } from './words.ts'

type Props = {
  readonly name: string
  readonly kind: DeviceKind
  readonly token: string
  readonly language: Language
  readonly onHide: () => void
}

/** A device's key: shown this once, as it is and as the address that the device opens. */
export function TokenCard({ name, kind, token, language, onHide }: Props) {
  return (
    <div className="token-card">
      <p className="token-warning" role="alert">
        {say(words.tokenOnce, language)}
      </p>
      <h3>
        {say(words.tokenOf, language)} {name}
      </h3>
      <Copied label={say(words.token, language)} value={token} isBig language={language} />
      <Copied
        label={say(kind === 'board' ? words.boardAddress : words.kioskAddress, language)}
        hint={say(kind === 'board' ? words.boardAddressHint : words.kioskAddressHint, language)}
        value={`${location.origin}/${kind === 'board' ? 'display' : 'kiosk'}#token=${token}`}
        language={language}
      />
      <button type="button" className="sheet-button" onClick={onHide}>
        {say(words.hideToken, language)}
      </button>
    </div>
  )
}

function Copied({
  label,
  hint,
  value,
  isBig = false,
  language,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly isBig?: boolean
  readonly language: Language
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [said, tell] = useState<'copied' | 'copyByHand' | null>(null)

  async function copy() {
    field.current?.select()
    // Browsers keep the clipboard from pages on plain http; then the text is selected, and the keyboard does it.
    const clipboard: Clipboard | undefined = navigator.clipboard
    const isDone = await clipboard?.writeText(value).then(
      () => true,
      () => false,
    )
    tell(isDone ? 'copied' : 'copyByHand')
  }

  return (
    <div className="copied">
      <Field label={label} hint={hint}>
        {(ids) => (
          <textarea
            {...ids}
            ref={field}
            className={isBig ? 'copied-big' : undefined}
            rows={isBig ? 2 : 3}
            readOnly
            spellCheck={false}
            value={value}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
      <div className="copied-end">
        <button type="button" className="sheet-button" onClick={() => void copy()}>
          {say(words.copy, language)}
          <span className="visually-hidden">: {label}</span>
        </button>
        <span role="status">{said === null ? null : say(words[said], language)}</span>
      </div>
    </div>
  )
}
