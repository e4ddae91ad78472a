import type { TicketView } from '#shared/views.ts'
import type { TicketWaitView } from '#shared/waits.ts'

/** What the server says of a ticket before there is a line to it; null: it said nothing, or nothing good. */
export type FirstAnswers = Promise<{
  readonly ticket: TicketView | null
  readonly wait: TicketWaitView | null
}>

declare global {
  // The script that runs first hands it to the page.
  var firstAnswers: FirstAnswers | undefined
}

export async function askFirst({
  office,
  code,
}: {
  readonly office: string
  readonly code: string
}): FirstAnswers {
  const [ticket, wait] = await Promise.all([
    answer<TicketView>(`/api/offices/${office}/tickets/${code}`),
    answer<{ readonly view: TicketWaitView }>(`/api/offices/${office}/views/wait/${code}`),
  ])
  return { ticket, wait: wait?.view ?? null }
}

async function answer<T>(path: string): Promise<T | null> {
  try {
    const response = await fetch(path)
    return response.ok ? ((await response.json()) as T) : null // the API's own schema vouches for it
  } catch {
    return null // no network: the line says so in words
  }
}
