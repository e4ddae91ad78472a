import { useCallback, useEffect, useState } from 'react'
import type { Api, Reply } from '#shared/client/api.ts'
import type { Bilingual } from '#shared/ids.ts'
import { words } from './words.ts'

/** What was read from the API: not there yet, there, or why it could not be read. */
export type Fetched<T> =
  | { readonly face: 'loading' }
  | { readonly face: 'ready'; readonly value: T }
  | { readonly face: 'failed'; readonly why: Bilingual }

type Kept<T> = { readonly path: string; readonly fetched: Fetched<T> }

/**
 * Reads an address of the API and keeps what it last answered while it is read again.
 * @param turn read again whenever this changes.
 * @returns what is known, and how to ask again.
 */
export function useFetched<T>(api: Api, path: string, turn = ''): readonly [Fetched<T>, () => Promise<void>] {
  const [kept, keep] = useState<Kept<T> | null>(null)

  const read = useCallback(async () => {
    return fetchedOf(await api.request<T>({ method: 'GET', path }))
  }, [api, path])

  useEffect(() => {
    let wanted = true
    void read().then((fetched) => {
      if (wanted) keep({ path, fetched })
    })
    return () => {
      wanted = false
    }
  }, [read, path, turn])

  const again = useCallback(async () => keep({ path, fetched: await read() }), [read, path])
  return [kept !== null && kept.path === path ? kept.fetched : { face: 'loading' }, again]
}

function fetchedOf<T>(reply: Reply<T>): Fetched<T> {
  switch (reply.kind) {
    case 'done':
      return { face: 'ready', value: reply.value }
    case 'refused':
      return { face: 'failed', why: reply.rejection.message }
    case 'unreachable':
      return { face: 'failed', why: words.unreachable }
  }
}
