import { lazy } from 'react'

/** Asked for right behind the first screen, which must be there at once: when it is needed, nothing can be fetched. */
const page = import('./away-ticket-page.tsx')
const printing = import('./print-away.ts')

export const AwayTicketPage = lazy(async () => ({ default: (await page).AwayTicketPage }))

/** @returns whether this machine's own printer took it. */
export async function printAway(sheet: Parameters<Awaited<typeof printing>['printAway']>[0]) {
  return (await printing).printAway(sheet)
}
