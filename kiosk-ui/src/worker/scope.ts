/** The parts of a worker's own world that are used here; TypeScript has them only instead of the page's. */

type Waiting = Event & { readonly waitUntil: (end: Promise<unknown>) => void }
type Fetching = Event & {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}
type Scope = {
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
}

export const worker = globalThis as unknown as Scope // the worker's file is run as nothing else
