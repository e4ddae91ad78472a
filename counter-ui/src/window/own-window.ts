import { useMemo, useSyncExternalStore } from 'react'
import type { SessionFace } from '#shared/accounts.ts'
import type { Line, LiveSource } from '#shared/client/live.ts'
import type { Rejection } from '#shared/rejections.ts'
import type { QueueService, WindowView } from '#shared/views.ts'

export type WindowChoice = {
  readonly window: number
  readonly name: WindowView['name']
  readonly state: WindowView['state']
  readonly clerk: string | null
  readonly services: readonly QueueService[]
}

/** Where a clerk works, found from the views alone: a browser that crashed knows as much as one that did not. */
export type OwnWindow =
  | { readonly status: 'connecting' }
  | { readonly status: 'refused'; readonly rejection: Rejection }
  | {
      readonly status: 'known'
      readonly isLive: boolean
      readonly own: number | null
      readonly windows: readonly WindowChoice[]
      /** Any window's view: the office and its day. */
      readonly face: WindowView
    }

export function useOwnWindow(line: Line, office: string, session: SessionFace): OwnWindow {
  const source = useMemo(
    () => ownWindowSource(line, office, session.user, session.name),
    [line, office, session.user, session.name],
  )
  return useSyncExternalStore(source.subscribe, source.get)
}

/** The hall names the windows; the first window's view lists who works where; the own one's says it is really this clerk. */
function ownWindowSource(line: Line, office: string, user: string, name: string) {
  const listeners = new Set<() => void>()
  const sources = new Set<LiveSource<unknown>>()
  const stops: (() => void)[] = []
  let state: OwnWindow = find()

  function look<N extends 'hall' | `window/${number}`>(view: N) {
    const source = line.watch(office, view)
    if (!sources.has(source) && listeners.size > 0) stops.push(source.subscribe(refresh))
    if (listeners.size > 0) sources.add(source)
    return source.get()
  }

  function refresh() {
    const next = find()
    // While the views that lead to the answer are still coming, what was known stays.
    if (next.status === 'connecting' && state.status === 'known') return
    state = next
    for (const listener of listeners) listener()
  }

  function find(): OwnWindow {
    const hall = look('hall')
    if (!('view' in hall)) return hall
    const [first] = hall.view.windows
    if (first === undefined) return { status: 'connecting' }
    const desk = look(`window/${first.window}`)
    if (!('view' in desk)) return desk
    const { windows, queue } = desk.view

    let own: number | null = null
    for (const each of windows) {
      // Two clerks may bear one name: the window's own view has the log-in name.
      if (each.clerk !== name || each.state === 'closed') continue
      const live = look(`window/${each.window}`)
      if (live.status === 'connecting') return live
      if ('view' in live && live.view.clerk?.id === user) own = each.window
    }
    return {
      status: 'known',
      isLive: desk.status === 'live',
      own,
      face: desk.view,
      windows: windows.map((each) => ({
        ...each,
        services: queue.filter((service) => service.windows.includes(each.window)),
      })),
    }
  }

  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      refresh()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        for (const stop of stops.splice(0)) stop()
        sources.clear()
      }
    },
  }
}
