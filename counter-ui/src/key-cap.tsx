import { useKeyFace } from './shortcuts.ts'

/** A key drawn as on the keyboard, resting while it would press nothing. Screen readers hear it from `useKey` instead. */
export function KeyCap({ code }: { readonly code: string }) {
  const face = useKeyFace(code)
  if (face === 'off') return null
  return (
    <kbd className="key-cap" data-face={face} aria-hidden="true">
      {keyName(code).replace('Escape', 'Esc')}
    </kbd>
  )
}

/**
 * @param code the physical key that presses a button (`event.code`)
 * @returns what the button carries of it: screen readers hear only of a key that works now
 */
export function useKey(code: string | undefined) {
  const face = useKeyFace(code ?? '')
  return {
    'data-shortcut': code,
    'aria-keyshortcuts': code === undefined || face !== 'works' ? undefined : keyName(code),
  }
}

/** @returns what is printed on a key: „R“, „Enter“, „1“. */
function keyName(code: string): string {
  return code.replace(/^(Key|Digit)/, '')
}
