import { appointmentAddress } from '../reception/address.ts'
import { ticketAddress } from './address.ts'
import { askFirst } from './first-answers.ts'

/**
 * Runs before the rest of the page has come. Where the code stands behind the `#`, the server could not know it: the ticket
 * is asked for meanwhile. An appointment has a page of its own.
 */
const ticket = location.hash === '' ? null : ticketAddress(location)
if (ticket !== null) globalThis.firstAnswers = askFirst(ticket)
if (appointmentAddress(location.hash) !== null) location.replace(`/t/appointment${location.hash}`)
