import { hash } from 'node:crypto'
import type { OfficeId } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import type { Actor, DayEvent, Recorded } from '../domain/events.ts'

/** An event as the log keeps it: with the service day it belongs to, and chained to the one before by its hash. */
export type Link = {
  readonly office: string
  readonly version: number
  readonly day: string
  readonly at: number
  readonly actorKind: string
  readonly actorId: string | null
  readonly type: string
  readonly body: string
  readonly previous: string
  readonly hash: string
}

/** What the first event of an office is chained to. */
export const GENESIS = '0'.repeat(64)

/** @returns the event as a link after the one whose hash is `previous`. */
export function link(
  office: OfficeId,
  day: string,
  { version, at, by, event }: Recorded,
  previous: string,
): Link {
  const { type, ...body } = event
  const content = {
    office,
    version,
    day,
    at,
    actorKind: by.kind,
    actorId: 'id' in by ? by.id : null,
    type,
    body: JSON.stringify(body),
    previous,
  }
  return { ...content, hash: hashOf(content) }
}

/** A stored link as the event it keeps. The body was written by `link`, from a typed event. */
export function readLink(row: Omit<Link, 'previous' | 'hash'>): Recorded {
  const by = (
    row.actorId === null ? { kind: row.actorKind } : { kind: row.actorKind, id: row.actorId }
  ) as Actor // written from one
  return {
    version: row.version,
    at: row.at as Instant,
    by,
    event: { type: row.type, ...JSON.parse(row.body) } as DayEvent,
  } // written from one
}

/** SHA-256, in hexadecimal, over every field of the event in a fixed order and the hash of the one before. */
export function hashOf(link: Omit<Link, 'hash'>): string {
  const { office, version, day, at, actorKind, actorId, type, body, previous } = link
  return hash(
    'sha256',
    JSON.stringify([previous, office, version, day, at, actorKind, actorId, type, body]),
    'hex',
  )
}

/** `last` and `version` are the hash and the number of the last that holds: what an auditor writes down. */
export type Verdict =
  | { readonly ok: true; readonly events: number; readonly last: string; readonly version: number }
  | { readonly ok: false; readonly events: number; readonly brokenAt: number; readonly why: string }

/** A proof that goes on link by link. */
export type Proof = {
  /** @returns the verdict as soon as a link is broken; null: so far it holds. */
  readonly see: (link: Link) => Verdict | null
  /** @returns that all that was seen holds. */
  readonly whole: () => Verdict
}

/**
 * Proves a stretch of an office's log: numbers without gaps, each hash right, each chained to the one before.
 * @param before the hash that the first link must be chained to, and its version.
 */
export function proof(before: { readonly version: number; readonly hash: string }): Proof {
  let { version, hash } = before
  let events = 0
  return {
    see(link) {
      const broken = (why: string): Verdict => ({ ok: false, events, brokenAt: link.version, why })
      if (link.version !== version + 1) return broken(`number ${link.version} follows number ${version}`)
      if (link.previous !== hash) return broken('it is not chained to the event before it')
      if (hashOf(link) !== link.hash) return broken('its content does not match its hash')
      version = link.version
      hash = link.hash
      events += 1
      return null
    },
    whole: () => ({ ok: true, events, last: hash, version }),
  }
}

/** Proves links that are at hand (`proof`). */
export function verify(
  links: Iterable<Link>,
  before: { readonly version: number; readonly hash: string },
): Verdict {
  const { see, whole } = proof(before)
  for (const link of links) {
    const broken = see(link)
    if (broken !== null) return broken
  }
  return whole()
}
