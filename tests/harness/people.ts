import { io, type Socket } from 'socket.io-client'
import type { AnswerOf } from '#shared/client/api.ts'
import type { CommandName } from '#shared/commands.ts'
import type { ClientToServer, Pushed, ServerToClient } from '#shared/protocol.ts'
import type { Rejection } from '#shared/rejections.ts'
import type { ViewName, Views } from '#shared/views.ts'

/** People and devices who use a running server as its apps do: over HTTP, and on the line. */

export type Reply<T = unknown> = {
  readonly status: number
  readonly headers: Headers
  /** What is expected, or a rejection: a test that reads the wrong one of the two finds nothing there. */
  readonly body: T & Partial<Rejection>
}

export type Person = {
  /** What this person's requests carry. */
  readonly headers: Readonly<Record<string, string>>
  readonly request: (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply<never>>
  readonly get: (path: string) => Promise<Reply<never>>
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Reply<never>>
  /** Gives a command, without an idempotency key unless one is given. */
  readonly command: <N extends CommandName>(
    name: N,
    body: object,
    key?: string,
  ) => Promise<Reply<AnswerOf<N>>>
  /** The same, where it must succeed. @throws with the answer when it does not. */
  readonly done: <N extends CommandName>(name: N, body: object, key?: string) => Promise<AnswerOf<N>>
  /** A view as GET answers it. */
  readonly view: <N extends ViewName>(
    name: N,
  ) => Promise<{ readonly version: number; readonly view: Views[N] }>
}

export type Watcher<N extends ViewName = ViewName> = {
  /** Everything that was pushed, oldest first. */
  readonly pushes: readonly Pushed<N>[]
  /** Why the view may not be watched; null when it may. */
  readonly refusal: Rejection | null
  readonly socket: Line
  /** The first push, past or to come, that is as asked. @throws when none comes in time. */
  readonly until: (is: (pushed: Pushed<N>) => boolean, withinMs?: number) => Promise<Pushed<N>>
  readonly close: () => void
}

export type Line = Socket<ServerToClient, ClientToServer>

export type People = {
  /** A member of staff, signed in. */
  readonly as: (user: string, password?: string) => Promise<Person>
  /** Whoever holds a device's token. */
  readonly device: (token: string) => Person
  /** The seeded kiosk. */
  readonly kiosk: Person
  /** A phone, a board, anyone: nobody in particular. */
  readonly nobody: Person
  /** Asks to watch a view, and collects what comes. Resolves when the server has answered. */
  readonly watch: <N extends ViewName>(
    view: N,
    options?: { readonly as?: Person; readonly office?: string },
  ) => Promise<Watcher<N>>
  /** A line to the server, watching nothing yet. */
  readonly line: (as?: Person) => Line
  /** Hangs up every line opened here. */
  readonly hangUp: () => void
}

/** Told each answer that anybody gets. */
type Hear = (method: string, path: string, status: number) => void

/** @param office whom commands and views are meant for. */
export function peopleOf(base: string, office = 'pernik', hear: Hear = () => {}): People {
  const lines = new Set<Line>()
  const nobody = person({})

  function line(as: Person = nobody): Line {
    const { authorization, ...headers } = as.headers
    const socket: Line = io(base, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 100,
      extraHeaders: headers,
      auth: authorization === undefined ? {} : { token: authorization.slice('Bearer '.length) },
    })
    lines.add(socket)
    return socket
  }

  return {
    nobody,
    kiosk: device('demo-kiosk'),
    device,
    line,
    async as(user, password = 'demo') {
      const { status, headers } = await nobody.post('/api/sessions', { user, password })
      const cookie = headers.getSetCookie()[0]?.split(';')[0]
      if (cookie === undefined) throw new Error(`${user} could not sign in: ${status}`)
      return person({ cookie })
    },
    async watch<N extends ViewName>(
      view: N,
      { as = nobody, office: of = office }: { as?: Person; office?: string } = {},
    ) {
      const socket = line(as)
      const pushes: Pushed<N>[] = []
      const listeners = new Set<() => void>()
      socket.on('view', (pushed) => {
        pushes.push(pushed as unknown as Pushed<N>) // this line watches nothing else
        for (const listener of listeners) listener()
      })
      const ask = () =>
        new Promise<Rejection | null>(
          (resolve) => socket.emit('watch', { office: of as never, view }, resolve), // the server checks it
        )
      await new Promise<void>((resolve) => socket.once('connect', resolve))
      const refusal = await ask()
      socket.on('connect', () => void ask())
      const until = (is: (pushed: Pushed<N>) => boolean, withinMs = 5_000) =>
        new Promise<Pushed<N>>((resolve, reject) => {
          const timer = setTimeout(() => settle(null), withinMs)
          const look = () => {
            const found = pushes.find(is)
            if (found) settle(found)
          }
          const settle = (found: Pushed<N> | null) => {
            clearTimeout(timer)
            listeners.delete(look)
            if (found) resolve(found)
            else
              reject(
                new Error(
                  `no such ${view} within ${withinMs} ms; the newest of ${pushes.length}: ${pushes.at(-1)?.version}`,
                ),
              )
          }
          listeners.add(look)
          look()
        })
      return { pushes, refusal, socket, until, close: () => void socket.disconnect() }
    },
    hangUp() {
      for (const each of lines) each.disconnect()
      lines.clear()
    },
  }

  function device(token: string): Person {
    return person({ authorization: `Bearer ${token}` })
  }

  function person(own: Readonly<Record<string, string>>): Person {
    return personOf(base, office, hear, own)
  }
}

function personOf(base: string, office: string, hear: Hear, own: Readonly<Record<string, string>>): Person {
  async function request(
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Reply<never>> {
    const response = await fetch(`${base}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...own, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...more },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    hear(method, path, response.status)
    return {
      status: response.status,
      headers: response.headers,
      body: parsed(await response.text()) as never,
    } // the test says what it expects
  }

  const command = async <N extends CommandName>(
    name: N,
    body: object,
    key?: string,
  ): Promise<Reply<AnswerOf<N>>> =>
    request(
      'POST',
      `/api/offices/${office}/commands/${name}`,
      body,
      key === undefined ? {} : { 'idempotency-key': key },
    )

  return {
    headers: own,
    request,
    get: (path) => request('GET', path),
    post: (path, body, headers) => request('POST', path, body, headers),
    command,
    async done(name, body, key) {
      const { status, body: answer } = await command(name, body, key)
      if (status !== 200)
        throw new Error(`${name} ${JSON.stringify(body)}: ${status} ${JSON.stringify(answer)}`)
      return answer
    },
    async view(name) {
      const { status, body } = await request('GET', `/api/offices/${office}/views/${name}`)
      if (status !== 200) throw new Error(`view ${name}: ${status} ${JSON.stringify(body)}`)
      return body
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text // a page, or nothing
  }
}
