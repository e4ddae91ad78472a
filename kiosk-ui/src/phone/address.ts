const TICKET = '([a-z][a-z0-9-]{1,31})/([0-9A-Za-z_-]{16})'
const PATH = new RegExp(`^/t/${TICKET}$`)
const HASH = new RegExp(`^#${TICKET}$`)

export type TicketAddress = { readonly office: string; readonly code: string }

/**
 * What the address of a ticket names: `/t/pernik/aB3_…`, where the server's answer holds the first state already, or
 * `/t#pernik/aB3_…`, which no browser sends.
 * @returns the office and the ticket's code, or null.
 */
export function ticketAddress({
  pathname,
  hash,
}: {
  readonly pathname: string
  readonly hash: string
}): TicketAddress | null {
  const [, office, code] = PATH.exec(pathname) ?? HASH.exec(hash) ?? []
  return office === undefined || code === undefined ? null : { office, code }
}
