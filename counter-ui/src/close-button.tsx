import { KeyCap, useKey } from './key-cap.tsx'

type Props = { readonly label: string; readonly onClose: () => void }

/** The way out of what has opened over the page: pressed, or by its key. */
export function CloseButton({ label, onClose }: Props) {
  return (
    <button type="button" className="plain-button" {...useKey('Escape')} onClick={onClose}>
      <KeyCap code="Escape" /> {label}
    </button>
  )
}
