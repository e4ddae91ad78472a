import { lazy } from 'react'

/** Asked for right behind the first screen, which must be there at once: when it is needed, nothing can be fetched. */
const page = import('./away-ticket-page.tsx')

export const AwayTicketPage = lazy(async () => ({ default: (await page).AwayTicketPage }))
