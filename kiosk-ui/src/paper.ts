import { useEffect, useState } from 'react'
import type { Api } from '#shared/client/api.ts'
import type { Line, Live } from '#shared/client/live.ts'
import { useLive } from '#shared/client/use-live.ts'
import type { PaperView } from '#shared/printing.ts'
import { rememberOwnPrinter } from './own-printer.ts'
import { printHere } from './print-here.ts'

/** How the paper of a ticket fares. `unknown`: the server has not said yet; `none`: there is no printer here. */
export type Paper = 'unknown' | 'none' | 'printing' | 'printed' | 'failed'

type Ticket = { readonly id: string; readonly code: string }

/** A ticket's job is told together with the ticket: after this long there is none. */
const TOLD_WITHIN_MS = 700

/** Follows the paper of the ticket on the screen, and prints it here where the printer is this machine's own. */
export function usePaper({
  line,
  api,
  office,
  ticket,
}: {
  readonly line: Line
  readonly api: Api
  readonly office: string
  readonly ticket: Ticket | null
}): Paper {
  const live = useLive(line, office, 'paper')
  const id = ticket?.id ?? null
  const code = ticket?.code ?? null
  const [waitedFor, setWaitedFor] = useState<string | null>(null)
  const job = jobOf(live, id)
  const isOurs = job?.by === 'browser' && job.state === 'queued'

  useEffect(() => {
    const timer = setTimeout(() => setWaitedFor(id), TOLD_WITHIN_MS)
    return () => clearTimeout(timer)
  }, [id])
  const isAnothers = job?.by === 'printer'
  useEffect(() => {
    if (isAnothers) rememberOwnPrinter(null)
  }, [isAnothers])
  useEffect(() => {
    if (isOurs && id !== null && code !== null) void printHere({ api, office, id, code })
  }, [isOurs, api, office, id, code])

  if (job === undefined) return waitedFor === id ? 'none' : 'unknown'
  switch (job.state) {
    case 'printed':
    case 'failed':
      return job.state
    case 'queued':
    case 'sent':
      // Nobody would say here that it failed: better a photograph too many.
      return live.status === 'stale' ? 'failed' : 'printing'
  }
}

function jobOf(live: Live<PaperView>, ticket: string | null) {
  return 'view' in live ? live.view.jobs.find((job) => job.ticket === ticket) : undefined
}
