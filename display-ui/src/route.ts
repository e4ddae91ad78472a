/** What hangs here: the hall board, or the sign above one window. */
export type Route = { readonly screen: 'board' } | { readonly screen: 'sign'; readonly window: string }

/** @param path of the page, e.g. `/display/window/3`. The number is not checked: the hall knows its windows. */
export function route(path: string): Route {
  const [, window] = /\/window\/([^/]*)\/?$/.exec(path) ?? []
  return window === undefined ? { screen: 'board' } : { screen: 'sign', window }
}
