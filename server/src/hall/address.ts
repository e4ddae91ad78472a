import { networkInterfaces } from 'node:os'

type Where = { readonly publicUrl: string | null; readonly host: string }

const ANY_HOST = new Set(['0.0.0.0', '::'])

/**
 * Where a phone in the hall reaches the server, without a slash at the end: the public address, where one is set,
 * else this machine's own in the hall's network.
 */
export function reachableBase({ publicUrl, host }: Where, port: number): string {
  return publicUrl ?? `http://${ANY_HOST.has(host) ? ownAddress() : host}:${port}`
}

function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? 'localhost'
}
