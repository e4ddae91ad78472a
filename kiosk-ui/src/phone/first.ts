import { appointmentAddress } from '../reception/address.ts'
import { ticketAddress } from './address.ts'
import { askFirst } from './first-answers.ts'

/** Runs before the rest of the page has come: asks for the ticket meanwhile. An appointment has a page of its own. */
const ticket = ticketAddress(location.hash)
if (ticket !== null) globalThis.firstAnswers = askFirst(ticket)
if (appointmentAddress(location.hash) !== null) location.replace(`/t/appointment${location.hash}`)
