import type { CommandBody, CommandName } from '../commands.ts'
import type {
  AppointmentCalledAnswer,
  ArrivedAnswer,
  CalledAnswer,
  DoneAnswer,
  FinishedAnswer,
  HeldAnswer,
  IssuedAnswer,
  SignedUpAnswer,
} from '../answers.ts'
import type { Rejection } from '../rejections.ts'

/** What each command answers. */
type Answers = {
  'issue-ticket': IssuedAnswer
  'hold-numbers': HeldAnswer
  'call-next': CalledAnswer
  'call-ticket': CalledAnswer
  'finish-service': FinishedAnswer
  'mark-no-show': FinishedAnswer
  'sign-up': SignedUpAnswer
  'join-waiting-list': SignedUpAnswer
  'take-walk-in': SignedUpAnswer
  'report-arrival': ArrivedAnswer
  'call-appointment': AppointmentCalledAnswer
}
export type AnswerOf<N extends CommandName> = N extends keyof Answers ? Answers[N] : DoneAnswer

export type Reply<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly status: number; readonly rejection: Rejection }
  | { readonly kind: 'unreachable' }

type Request = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** How often it may be sent before giving up. More than once only for what is safe to repeat. */
  readonly tries?: number
}

export type Api = ReturnType<typeof createApi>

/**
 * The server's API for an app.
 * @param token a device's token; left out for staff, who have a cookie.
 */
export function createApi({ token }: { readonly token?: string | undefined } = {}) {
  async function request<T>({
    method,
    path,
    body,
    headers = {},
    tries = method === 'GET' ? 2 : 1,
  }: Request): Promise<Reply<T>> {
    for (let attempt = 1; ; attempt += 1) {
      const reply = await once<T>(method, path, body, headers)
      if (reply.kind !== 'unreachable' || attempt >= tries) return reply
      await new Promise((resolve) => setTimeout(resolve, 300 * attempt))
    }
  }

  async function once<T>(
    method: string,
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>>,
  ): Promise<Reply<T>> {
    try {
      const response = await fetch(path, {
        method,
        credentials: 'same-origin',
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(8_000),
      })
      const text = await response.text()
      if (response.ok) return { kind: 'done', value: (text ? JSON.parse(text) : undefined) as T } // the API's own schema vouches for it
      // A server on its way down, or up: the next one is asked again.
      const rejection = response.status === 503 ? null : parseRejection(text)
      return rejection === null
        ? { kind: 'unreachable' }
        : { kind: 'refused', status: response.status, rejection }
    } catch {
      return { kind: 'unreachable' } // no network, no answer in time, or a proxy's page: the caller says so in words
    }
  }

  return {
    request,

    /**
     * Sends one command. A lost answer is asked for again under the same key, so that nothing happens twice.
     * @param key the command's idempotency key: one for each press of a button.
     */
    command<N extends CommandName>(
      office: string,
      name: N,
      body: CommandBody<N>,
      key: string = newKey(),
    ): Promise<Reply<AnswerOf<N>>> {
      return request<AnswerOf<N>>({
        method: 'POST',
        path: `/api/offices/${office}/commands/${name}`,
        body,
        headers: { 'idempotency-key': key },
        tries: 4,
      })
    },
  }
}

/** @returns a fresh idempotency key: the time, so that a database finds those of one hour together, and 80 bits of chance. */
export function newKey(): string {
  // randomUUID exists only in secure contexts; a hall's kiosk may be on plain http.
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  )
  return `${Date.now().toString(16)}-${chance.join('')}`
}

function parseRejection(text: string): Rejection | null {
  try {
    const value: unknown = JSON.parse(text)
    const isRejection = typeof value === 'object' && value !== null && 'code' in value && 'message' in value
    return isRejection ? (value as Rejection) : null // the shape was just checked
  } catch {
    return null
  }
}
