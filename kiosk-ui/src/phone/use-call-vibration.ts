import { useEffect } from 'react'
import type { TicketView } from '#shared/views.ts'

/** Shakes the phone once for each call, where it can be shaken: a reload is not a new call. */
export function useCallVibration(view: TicketView | null): void {
  const call = view?.state === 'called' && view.calledAt !== null ? `${view.label} ${view.calledAt}` : null
  useEffect(() => {
    if (call === null || sessionStorage.getItem('felt') === call) return
    // Some phones cannot; and a page that was never touched may not.
    if (!('vibrate' in navigator) || !navigator.userActivation.hasBeenActive) return
    sessionStorage.setItem('felt', call)
    navigator.vibrate([400, 200, 400, 200, 800])
  }, [call])
}
