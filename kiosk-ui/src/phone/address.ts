/**
 * What the address of a ticket names. It stands after the `#`, which no browser sends: the code reaches no log.
 * @param hash of an address, e.g. `#pernik/aB3_…` @returns the office and the ticket's code, or null.
 */
export function ticketAddress(hash: string): { readonly office: string; readonly code: string } | null {
  const [, office, code] = /^#([a-z][a-z0-9-]{1,31})\/([0-9A-Za-z_-]{16})$/.exec(hash) ?? []
  return office === undefined || code === undefined ? null : { office, code }
}
