import { useSyncExternalStore } from 'react'

const KEY = 'edno-gishe.letter-keys'
const listeners = new Set<() => void>()
let lettersOn = localStorage.getItem(KEY) !== 'off'

/**
 * Keys press the buttons that show them (`data-shortcut` holds the physical key, so that any keyboard layout works).
 * What cannot be clicked cannot be keyed. Never while typing; a key held down presses once; an open panel has the keys
 * to itself; a focused control keeps its own Enter.
 */
export function pressButtonsByKey(root: Window) {
  root.addEventListener('keydown', (event) => {
    const target = event.target instanceof Element ? event.target : root.document.body
    if (event.repeat && target.closest('button, summary')) event.preventDefault()
    if (
      event.defaultPrevented ||
      event.repeat ||
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.shiftKey
    )
      return
    const code = pressedCode(event.code)
    if (target.closest('input, textarea, select, [contenteditable]') && code !== 'Escape') return
    if (code === 'Enter' && target.closest('button, a, summary, [role="option"], [role="listbox"]')) return
    if (isCharacter(code) && !lettersOn) return

    const panel = root.document.querySelector('[data-panel]')
    const buttons = (panel ?? root.document).querySelectorAll<HTMLElement>(
      `[data-shortcut="${CSS.escape(code)}"]`,
    )
    // A section that is kept while another is shown keeps its half-filled form, not its keys.
    const button = [...buttons].find((each) => each.closest('[hidden]') === null)
    if (button === undefined) return
    event.preventDefault()
    button.click()
  })
  // Focus left on a clicked button would catch the next Enter, which belongs to the main action.
  root.addEventListener('click', (event) => {
    if (event.detail === 0 || root.document.querySelector('[data-shortcut="Enter"]') === null) return
    if (event.target instanceof Element) event.target.closest('button')?.blur()
  })
}

/** @returns the key as buttons name it: the number pad's keys do what the others do. */
export function pressedCode(code: string): string {
  return code.replace(/^Numpad(\d)$/, 'Digit$1').replace('NumpadEnter', 'Enter')
}

/** Letters and digits can be switched off, for those whose speech or sticky fingers would press them (WCAG 2.1.4). */
export function useLetterKeys(): readonly [boolean, () => void] {
  const on = useSyncExternalStore(subscribe, () => lettersOn)
  return [on, toggle]
}

function toggle() {
  lettersOn = !lettersOn
  localStorage.setItem(KEY, lettersOn ? 'on' : 'off')
  for (const listener of listeners) listener()
}

function isCharacter(code: string): boolean {
  return /^(Key[A-Z]|Digit\d)$/.test(code)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
