import type { Api } from '#shared/client/api.ts'
import { handInBody, type Given } from './given.ts'

/** What became of a ticket that was handed in: entered; to be tried again later; or the office will not have it. */
export type HandedIn = 'entered' | 'later' | 'refused'

type Commands = Pick<Api, 'command'>

/**
 * Hands a ticket in under the key of the person's own intention. Where the server was asked under that key before, it
 * says so, whatever became of the answer: then the ticket that it gave, and nobody has, goes with this one.
 */
export async function handIn(api: Commands, given: Given): Promise<HandedIn> {
  const body = handInBody(given)
  const reply = await api.command(given.office, 'hand-in-ticket', body, given.key)
  if (reply.kind === 'refused' && reply.rejection.code === 'key-reused' && given.asked !== null) {
    const first = await api.command(given.office, 'issue-ticket', given.asked, given.key)
    if (first.kind !== 'done') return 'later'
    const insteadOf = first.value.ticket.code
    return outcome(
      await api.command(given.office, 'hand-in-ticket', { ...body, insteadOf }, `${given.key}-instead`),
    )
  }
  return outcome(reply)
}

/** Refusals that say nothing against the ticket: not yet, not by this token, not so fast. */
const FOR_NOW: readonly string[] = ['before-opening', 'not-ready', 'not-signed-in', 'too-many-requests']

function outcome(reply: Awaited<ReturnType<Commands['command']>>): HandedIn {
  switch (reply.kind) {
    case 'done':
      return 'entered'
    case 'unreachable':
      return 'later'
    case 'refused':
      if (reply.rejection.code === 'number-handed-in') return 'entered'
      return reply.status >= 500 || FOR_NOW.includes(reply.rejection.code) ? 'later' : 'refused'
  }
}
