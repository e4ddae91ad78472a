/** What hangs here: the hall board, the sign above one window, or the sign by one official's door. */
export type Route =
  | { readonly screen: 'board' }
  | { readonly screen: 'sign'; readonly window: string }
  | { readonly screen: 'door'; readonly door: string }

/** @param path of the page, e.g. `/display/window/3`, `/display/door/204`. Neither is checked: the hall knows its own. */
export function route(path: string): Route {
  const [, door] = /\/door\/([^/]*)\/?$/.exec(path) ?? []
  if (door !== undefined) return { screen: 'door', door: decodeURIComponent(door) }
  const [, window] = /\/window\/([^/]*)\/?$/.exec(path) ?? []
  return window === undefined ? { screen: 'board' } : { screen: 'sign', window }
}
