import { isIPv6 } from 'node:net'
import { HOUR, MINUTE } from '#shared/instant.ts'
import type { Clock } from '../office/clock.ts'

/**
 * How often one may err at the log-in. Three counts of wrong passwords, each over the last quarter of an hour:
 *
 * - one account from one address: who guesses there is stopped, and nobody else is;
 * - one address, whatever the account: who tries one password on every account is stopped;
 * - one account from everywhere: who guesses from a thousand addresses is stopped.
 *
 * The last two hold for strange addresses only. From a familiar one somebody known has asked lately (a session, a kiosk):
 * the hall, all of it perhaps behind one address. So a flood from elsewhere keeps nobody from their window, and one who
 * guesses in the hall does not lock out the hall.
 */
export type LogInThrottle = {
  /** Counts a try as a wrong one until it is known to be right. */
  readonly attempt: (address: string, account: string) => Attempt
  /** Somebody whose session or token is good asks from this address. */
  readonly recognise: (address: string) => void
}
export type Attempt =
  | { readonly kind: 'refused'; readonly seconds: number }
  | { readonly kind: 'admitted'; readonly wasRight: () => void }

export const WINDOW_MS = 15 * MINUTE
export const MOST_AT_ONE_ADDRESS = 10
export const MOST_OF_AN_ADDRESS = 30
export const MOST_OF_AN_ACCOUNT = 50
/** An address stays familiar for so long: over a holiday. */
export const FAMILIAR_MS = 14 * 24 * HOUR
/** Of so many counts the oldest is forgotten: a flood of made-up names fills no memory. */
const MOST_COUNTS = 20_000

export function createLogInThrottle({ now }: Pick<Clock, 'now'>): LogInThrottle {
  const failures = new Map<string, number[]>()
  const familiar = new Map<string, number>()

  return {
    attempt(ip, account) {
      const at = now()
      const address = blockOf(ip)
      const own = recent(`${address} ${account}`, at)
      const counts: readonly (readonly [number[], number])[] = isFamiliar(address, at)
        ? [[own, MOST_AT_ONE_ADDRESS]]
        : [
            [own, MOST_AT_ONE_ADDRESS],
            [recent(address, at), MOST_OF_AN_ADDRESS],
            [recent(`* ${account}`, at), MOST_OF_AN_ACCOUNT],
          ]
      const waits = counts.map(([times, most]) => (times.at(-most) ?? at - WINDOW_MS) + WINDOW_MS - at)
      const longest = Math.max(...waits)
      if (longest > 0) return { kind: 'refused', seconds: Math.ceil(longest / 1_000) }
      for (const [times] of counts) times.push(at)
      return {
        kind: 'admitted',
        wasRight() {
          for (const [times] of counts) times.splice(times.indexOf(at), 1)
          own.length = 0
        },
      }
    },
    recognise: (ip) => void familiar.set(blockOf(ip), now()),
  }

  function isFamiliar(address: string, at: number): boolean {
    return at - (familiar.get(address) ?? -Infinity) < FAMILIAR_MS
  }

  /** The wrong tries under this key, oldest first; those that count no more are forgotten. */
  function recent(key: string, at: number): number[] {
    const times = failures.get(key) ?? []
    const firstThatCounts = times.findIndex((time) => time > at - WINDOW_MS)
    times.splice(0, firstThatCounts < 0 ? times.length : firstThatCounts)
    failures.delete(key)
    failures.set(key, times)
    if (failures.size > MOST_COUNTS) failures.delete(failures.keys().next().value ?? '')
    return times
  }
}

/** One sender's address: of IPv6 the first half, for the rest of it is the sender's to choose. */
export function blockOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(ip)) return ip
  const [front = '', back] = ip.toLowerCase().split('::')
  const before = front === '' ? [] : front.split(':')
  const after = back === undefined || back === '' ? [] : back.split(':')
  const zeros = back === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
