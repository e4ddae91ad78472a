import type { FirstState } from '#shared/first-state.ts'
import type { TicketView } from '#shared/views.ts'
import type { TicketWaitView } from '#shared/waits.ts'
import type { TicketAddress } from './address.ts'

declare global {
  // The script that runs first hands it to the page.
  var firstAnswers: Promise<FirstState> | undefined
}

/** @returns what the server wrote into the page; null: it could not know the ticket. */
export function writtenState(): FirstState | null {
  const text = document.getElementById('first')?.textContent
  return text === undefined || text === null ? null : (JSON.parse(text) as FirstState) // by our own server
}

/** Asks for what could not be written into the page. */
export async function askFirst({ office, code }: TicketAddress): Promise<FirstState> {
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
