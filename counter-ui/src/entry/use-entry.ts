import { useState } from 'react'
import type { IssuedAnswer } from '#shared/answers.ts'
import type { Api, Reply } from '#shared/client/api.ts'
import type { QueueService } from '#shared/views.ts'
import type { EntryTime } from './entry-time.ts'

export type Entered = IssuedAnswer['ticket']

/** A ticket for someone who cannot get one at the kiosk. @returns the last one entered here, and how to enter the next. */
export function useEntry(api: Api, office: string, { presentAtClosing }: EntryTime) {
  const [entered, become] = useState<Entered | null>(null)

  async function enter(service: QueueService['id'], priority: boolean): Promise<Reply<unknown>> {
    const reply = await api.command(office, 'issue-ticket', {
      service,
      priority,
      ...(presentAtClosing ? { presentAtClosing } : {}),
    })
    if (reply.kind === 'done') become(reply.value.ticket)
    return reply
  }

  return { entered, enter, forget: () => become(null) }
}
