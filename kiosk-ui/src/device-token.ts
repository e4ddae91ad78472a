const KEPT_AS = 'edno-gishe-kiosk-token'

/**
 * The token by which the server knows this kiosk. One in the address is kept, and taken out of the address at once:
 * the address bar is the one place where a visitor could read it.
 * @returns the token, or null when the kiosk has none.
 */
export function deviceToken(): string | null {
  const given = tokenIn(location.hash)
  if (given === null) return localStorage.getItem(KEPT_AS)
  keepToken(given)
  history.replaceState(null, '', `${location.pathname}${location.search}`)
  return given
}

export function keepToken(token: string): void {
  localStorage.setItem(KEPT_AS, token)
}

/** @param hash of an address, e.g. `#token=abc` @returns the token in it, or null. */
export function tokenIn(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('token')?.trim()
  return token === undefined || token === '' ? null : token
}
