import type { OfficeListing, SessionFace } from '#shared/accounts.ts'
import { createApi, type Api, type Reply } from '#shared/client/api.ts'

export type Listing = ReturnType<(typeof OfficeListing)['parse']>
export type SignedState =
  | { readonly kind: 'starting'; readonly unreachable: boolean }
  | { readonly kind: 'signed-out'; readonly listing: Listing; readonly ended: boolean }
  | { readonly kind: 'signed-in'; readonly listing: Listing; readonly session: SessionFace }

const RETRY_MS = 1_500

/** Who is signed in at this screen: asked at the start, changed by logging in and out, ended by a 401 from anywhere. */
export function createSessions() {
  const plain = createApi()
  const listeners = new Set<() => void>()
  let state: SignedState = { kind: 'starting', unreachable: false }

  function become(next: SignedState) {
    state = next
    for (const listener of listeners) listener()
  }

  function ended() {
    if (state.kind === 'signed-in') become({ kind: 'signed-out', listing: state.listing, ended: true })
  }

  /** The API whose every answer is looked at: a session that is over brings the log-in screen, and nothing else. */
  const api: Api = {
    request: async <T>(request: Parameters<Api['request']>[0]) => notice(await plain.request<T>(request)),
    command: async (office, name, body, key) => notice(await plain.command(office, name, body, key)),
  }
  function notice<T>(reply: Reply<T>): Reply<T> {
    if (reply.kind === 'refused' && reply.rejection.code === 'not-signed-in') ended()
    return reply
  }

  return {
    api,
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    /** Asks the server what offices there are and who is signed in; goes on asking until it answers. */
    begin: async (): Promise<void> => {
      for (;;) {
        const listing = await plain.request<Listing>({ method: 'GET', path: '/api/offices' })
        const current = await plain.request<SessionFace>({ method: 'GET', path: '/api/sessions/current' })
        if (listing.kind === 'done' && current.kind === 'done') {
          return become({ kind: 'signed-in', listing: listing.value, session: current.value })
        }
        if (listing.kind === 'done' && current.kind === 'refused') {
          return become({ kind: 'signed-out', listing: listing.value, ended: false })
        }
        become({ kind: 'starting', unreachable: true })
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      }
    },

    signIn: async (user: string, password: string): Promise<Reply<SessionFace>> => {
      const reply = await plain.request<SessionFace>({
        method: 'POST',
        path: '/api/sessions',
        body: { user, password },
      })
      if (reply.kind === 'done' && state.kind !== 'starting') {
        become({ kind: 'signed-in', listing: state.listing, session: reply.value })
      }
      return reply
    },

    signOut: async (): Promise<Reply<unknown>> => {
      const reply = await plain.request({ method: 'DELETE', path: '/api/sessions/current' })
      const isOut = reply.kind === 'done' || (reply.kind === 'refused' && reply.status === 401)
      if (isOut && state.kind === 'signed-in') {
        become({ kind: 'signed-out', listing: state.listing, ended: false })
      }
      return isOut ? { kind: 'done', value: undefined } : reply
    },

    /** Looks whether the session is still good: the answer itself ends it when it is not. */
    check: async (): Promise<void> => {
      await api.request({ method: 'GET', path: '/api/sessions/current' })
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>
