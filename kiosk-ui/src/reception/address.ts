/**
 * What the address on the slip of an appointment names. It stands after the `#`, which no browser sends.
 * @param hash of an address, e.g. `#pernik/appointment/aB3_…` @returns the office and the appointment's code, or null.
 */
export function appointmentAddress(hash: string): { readonly office: string; readonly code: string } | null {
  const [, office, code] = /^#([a-z][a-z0-9-]{1,31})\/appointment\/([0-9A-Za-z_-]{16})$/.exec(hash) ?? []
  return office === undefined || code === undefined ? null : { office, code }
}
