import type { TicketView } from './views.ts'
import type { TicketWaitView } from './waits.ts'

/** What the server says of a ticket before there is a line to it; null: it said nothing, or nothing good. */
export type FirstState = { readonly ticket: TicketView | null; readonly wait: TicketWaitView | null }
