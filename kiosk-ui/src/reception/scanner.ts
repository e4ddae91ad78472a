import { useEffect, useEffectEvent } from 'react'
import { appointmentAddress } from './address.ts'

/** A scanner types a whole address in a moment; what comes later than this after the last key begins anew, milliseconds. */
const APART_MS = 500

const UNSHIFTED: Readonly<Record<string, string>> = { Minus: '-', Slash: '/', Period: '.', Semicolon: ';' }
const SHIFTED: Readonly<Record<string, string>> = { Minus: '_', Digit3: '#', Semicolon: ':' }

/**
 * A scanner is a keyboard of the American layout, whatever layout the kiosk has: what it means stands on the physical key.
 * @param code `event.code` @returns the character meant, or nothing.
 */
export function characterOf(code: string, isShifted: boolean): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return isShifted ? letter : letter.toLowerCase()
  if (isShifted) return SHIFTED[code] ?? ''
  return /^Digit(\d)$/.exec(code)?.[1] ?? UNSHIFTED[code] ?? ''
}

/** @param typed what came before Enter @returns the code of the appointment that a slip's address names, or null. */
export function scannedCode(typed: string): string | null {
  const at = typed.indexOf('#')
  return at === -1 ? null : (appointmentAddress(typed.slice(at))?.code ?? null)
}

/** Tells the code of each slip that is held before the kiosk's scanner. */
export function useScanner(onCode: (code: string) => void) {
  const heard = useEffectEvent(onCode)
  useEffect(() => {
    let byKey = ''
    let byCharacter = '' // where the kiosk's layout is the scanner's
    let lastAt = 0
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const now = performance.now()
      if (now - lastAt > APART_MS) byKey = byCharacter = ''
      lastAt = now
      if (event.code !== 'Enter') {
        byKey += characterOf(event.code, event.shiftKey)
        if (event.key.length === 1) byCharacter += event.key
        return
      }
      const code = scannedCode(byCharacter) ?? scannedCode(byKey)
      byKey = byCharacter = ''
      if (code === null) return
      event.preventDefault() // the Enter belongs to the scanner, not to what has the focus
      heard(code)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
