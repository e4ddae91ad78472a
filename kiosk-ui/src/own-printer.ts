const KEPT_AS = 'edno-gishe-kiosk-own-printer'

/** @returns how wide this machine's own printer prints, mm, if its tickets come out there; null: they do not. */
export function ownPrinter(): number | null {
  const kept = Number(localStorage.getItem(KEPT_AS))
  return Number.isFinite(kept) && kept > 0 ? kept : null
}

/** Remembers where the last ticket of this machine came out: when the server is away nobody else can say. */
export function rememberOwnPrinter(widthMm: number | null): void {
  if (widthMm === null) return localStorage.removeItem(KEPT_AS)
  localStorage.setItem(KEPT_AS, String(widthMm))
}
