import { networkInterfaces } from 'node:os'

type Where = { readonly publicUrl: string | null; readonly hallUrl: string | null; readonly host: string }

const ANY_HOST = new Set(['0.0.0.0', '::'])

/**
 * Where a phone in the hall reaches the server, without a slash at the end: the public address, where one is set, else the
 * hall's, else this machine's own in the hall's network.
 */
export function reachableBase({ publicUrl, hallUrl, host }: Where, port: number): string {
  return publicUrl ?? hallUrl ?? `http://${ANY_HOST.has(host) ? ownAddress() : host}:${port}`
}

/**
 * Where the hall's own screens reach it, without a slash at the end: staff need not come in by the public address, and
 * where a proxy keeps them out there they can't.
 */
export function hallBase({ publicUrl, hallUrl }: Omit<Where, 'host'>, port: number): string {
  return hallUrl ?? publicUrl ?? `http://localhost:${port}`
}

function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? 'localhost'
}
