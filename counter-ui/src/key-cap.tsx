/** @param code a physical key, `event.code` @returns what is printed on it: „R“, „Enter“, „1“. */
export function keyName(code: string): string {
  return code
    .replace(/^(Key|Digit|Numpad(?=\d))/, '')
    .replace('Escape', 'Esc')
    .replace('Space', '␣')
}

/** A key drawn as on the keyboard. Screen readers hear it from `aria-keyshortcuts` instead. */
export function KeyCap({ code }: { readonly code: string }) {
  return (
    <kbd className="key-cap" aria-hidden="true">
      {keyName(code)}
    </kbd>
  )
}
