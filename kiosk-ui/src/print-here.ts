import type { Api } from '#shared/client/api.ts'
import { rememberOwnPrinter } from './own-printer.ts'
import './print-here.css'

type Job = { readonly api: Api; readonly office: string; readonly id: string; readonly code: string }

/** A printer's dots: eight a millimetre. */
const DOTS_PER_MM = 8

/**
 * Prints a ticket on this machine's own printer, without a question where the browser was started for that
 * (`--kiosk-printing`). The server gives each ticket away once, so that no reload prints it again.
 */
export async function printHere({ api, office, id, code }: Job): Promise<void> {
  const post = (what: string, body: object) =>
    api.request({ method: 'POST', path: `/api/offices/${office}/printing/${what}`, body, tries: 3 })
  const claimed = await post('claims', { ticket: id })
  if (claimed.kind !== 'done') return
  const printed = await printPicture(`/api/offices/${office}/tickets/${code}/paper.png`)
  await post('outcomes', { ticket: id, printed })
}

/** @returns whether the browser took it; what the printer made of it, it does not say. */
async function printPicture(address: string): Promise<boolean> {
  const picture = document.createElement('img')
  picture.className = 'paper-sheet'
  picture.alt = ''
  picture.src = address
  try {
    await picture.decode()
    const widthMm = picture.naturalWidth / DOTS_PER_MM
    rememberOwnPrinter(widthMm)
    picture.style.width = `${widthMm}mm`
    document.body.append(picture)
    window.print()
    return true
  } catch {
    return false // no picture came
  } finally {
    picture.remove()
  }
}
