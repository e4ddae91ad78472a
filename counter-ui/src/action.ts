import { useRef, useState } from 'react'
import type { Reply } from '#shared/client/api.ts'
import type { Bilingual } from '#shared/ids.ts'
import { words } from './words.ts'

/** The faces of one action: at rest, on its way, refused in words. */
export type ActionState =
  | { readonly face: 'idle' }
  | { readonly face: 'pending' }
  | { readonly face: 'refused'; readonly why: Bilingual }

/**
 * One action of the office: while it is on its way a second press does nothing.
 * @returns its state, how to run it, and how to take the words of a refusal away.
 */
export function useAction(act: () => Promise<Reply<unknown>>) {
  const [state, become] = useState<ActionState>({ face: 'idle' })
  const underway = useRef(false) // two presses in one frame meet here; the state is a render later

  async function run() {
    if (underway.current) return
    underway.current = true
    become({ face: 'pending' })
    try {
      become(afterReply(await act()))
    } catch (error) {
      become({ face: 'idle' })
      throw error
    } finally {
      underway.current = false
    }
  }

  return { state, run, dismiss: () => become({ face: 'idle' }) }
}

/** @returns the face a button wears after its answer. */
export function afterReply(reply: Reply<unknown>): ActionState {
  const why = refusalOf(reply)
  return why === null ? { face: 'idle' } : { face: 'refused', why }
}

/** @returns why nothing was done, in words; null when it was done. */
export function refusalOf(reply: Reply<unknown>): Bilingual | null {
  if (reply.kind === 'done') return null
  return reply.kind === 'refused' ? reply.rejection.message : words.unreachable
}
