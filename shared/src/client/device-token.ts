/**
 * The token by which the server knows a device of the hall. One in the address is kept, and taken out of the address at
 * once: the address bar is the one place where a visitor could read it. An empty one (`#token=`) is forgotten.
 * @returns the token, or null when the device has none.
 */
export function deviceToken(kind: 'kiosk' | 'board'): string | null {
  const given = tokenIn(location.hash)
  if (given === null) return localStorage.getItem(keptAs(kind))
  keepToken(kind, given)
  history.replaceState(null, '', `${location.pathname}${location.search}`)
  return given === '' ? null : given
}

export function keepToken(kind: 'kiosk' | 'board', token: string): void {
  if (token === '') localStorage.removeItem(keptAs(kind))
  else localStorage.setItem(keptAs(kind), token)
}

/** @param hash of an address, e.g. `#token=abc` @returns the token in it, which may be empty; null: there is none. */
export function tokenIn(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token')?.trim() ?? null
}

function keptAs(kind: 'kiosk' | 'board'): string {
  return `edno-gishe-${kind}-token`
}
