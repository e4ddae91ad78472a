import { createContext, useContext, useSyncExternalStore } from 'react'

const KEY = 'edno-gishe.letter-keys'
const listeners = new Set<() => void>()
let lettersOn = true
let panels: readonly OpenPanel[] = []

type OpenPanel = {
  readonly id: string
  readonly element: Element
  /** For keys beyond those its buttons show; a key that it uses it prevents. */
  readonly onKey: (event: KeyboardEvent) => void
}

/** What a key that is shown would do now: press its button; nothing, as an open panel has the keys; nothing, as it is switched off. */
export type KeyFace = 'works' | 'rests' | 'off'

/** In which open panel something stands; null: on the page itself. */
export const InPanel = createContext<string | null>(null)

/**
 * Keys press the buttons that show them (`data-shortcut` holds the physical key, so that any keyboard layout works); a
 * label's key leads to its field. What cannot be clicked cannot be keyed. Never while typing; a key held down presses
 * once; an open panel has the keys to itself, wherever the focus is; a focused control keeps its own Enter.
 */
export function pressButtonsByKey(root: Window) {
  lettersOn = root.localStorage.getItem(KEY) !== 'off'
  root.addEventListener('keydown', (event) => {
    const target = event.target instanceof Element ? event.target : root.document.body
    if (event.repeat && target.closest('button, summary')) event.preventDefault()
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    const panel = panels.at(-1)
    panel?.onKey(event)
    if (event.defaultPrevented || event.repeat || event.shiftKey) return
    const code = pressedCode(event.code)
    if (target.closest('input, textarea, select, [contenteditable]') && code !== 'Escape') return
    if (code === 'Enter' && target.closest('button, a, summary, [role="option"], [role="listbox"]')) return
    if (isCharacter(code) && !lettersOn) return

    const buttons = (panel?.element ?? root.document).querySelectorAll<HTMLElement>(
      `[data-shortcut="${CSS.escape(code)}"]`,
    )
    // A section that is kept while another is shown keeps its half-filled form, not its keys.
    const button = [...buttons].find((each) => each.closest('[hidden]') === null)
    if (button === undefined) return
    event.preventDefault()
    if (button instanceof HTMLLabelElement) button.control?.focus()
    else button.click()
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

/** The panel that opened last has the keys. @returns how it gives them back. */
export function giveKeysTo(panel: OpenPanel): () => void {
  change(() => (panels = [...panels, panel]))
  return () => change(() => (panels = panels.filter((each) => each !== panel)))
}

/** @param code a physical key, `event.code` */
export function useKeyFace(code: string): KeyFace {
  const place = useContext(InPanel)
  const panel = useSyncExternalStore(subscribe, () => panels.at(-1)?.id ?? null)
  const [areLettersOn] = useLetterKeys()
  if (isCharacter(code) && !areLettersOn) return 'off'
  return panel === null || panel === place ? 'works' : 'rests'
}

/** Letters and digits can be switched off, for those whose speech or sticky fingers would press them (WCAG 2.1.4). */
export function useLetterKeys(): readonly [boolean, () => void] {
  const on = useSyncExternalStore(subscribe, () => lettersOn)
  return [on, toggle]
}

function toggle() {
  change(() => (lettersOn = !lettersOn))
  localStorage.setItem(KEY, lettersOn ? 'on' : 'off')
}

function isCharacter(code: string): boolean {
  return /^(Key[A-Z]|Digit\d)$/.test(code)
}

function change(turn: () => void) {
  turn()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
