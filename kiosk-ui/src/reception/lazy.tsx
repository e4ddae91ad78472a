import { lazy } from 'react'

/** What most visitors never open comes only when it is asked for: the kiosk's first screen must be there at once. */
export const ReceptionDays = lazy(async () => ({
  default: (await import('./reception-days.tsx')).ReceptionDays,
}))
export const ArrivalPage = lazy(async () => ({ default: (await import('./arrival-page.tsx')).ArrivalPage }))
