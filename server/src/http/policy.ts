import { createHash } from 'node:crypto'
import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'

/** What a page of ours may load and do: by directive of the content security policy. */
export type Policy = Readonly<Record<string, readonly string[]>>

export const POLICY: Policy = {
  'default-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

export function policyText(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join(';')
}

/** The policy of every page, and what stands in this one: its own scripts and styles, to the letter, and no others. */
export function policyOf(page: string): string {
  const within = (tag: 'script' | 'style') =>
    [...page.matchAll(new RegExp(`<${tag}(?![^>]* src=)[^>]*>(.*?)</${tag}>`, 'gs'))].map(
      ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    )
  const own = [
    ['script-src', within('script')],
    ['style-src', within('style')],
  ] as const
  return policyText({
    ...POLICY,
    ...Object.fromEntries(
      own.flatMap(([directive, hashes]) => (hashes.length === 0 ? [] : [[directive, ["'self'", ...hashes]]])),
    ),
  })
}

/**
 * The headers of a careful server, for every answer. They are the same each time, so they are put together once: to do it for
 * each answer was an eighth of all that a command left to the collector of garbage.
 * @param isSecure whether the hall's pages come by https.
 */
export function carefulHeaders({ isSecure }: { readonly isSecure: boolean }): OutgoingHttpHeaders {
  const answer = new ServerResponse(new IncomingMessage(new Socket()))
  const write = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { ...POLICY } },
    strictTransportSecurity: isSecure,
    crossOriginOpenerPolicy: isSecure, // ignored, with a warning, on plain http
    originAgentCluster: isSecure,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
  write(answer.req, answer, (error) => {
    if (error !== undefined) throw error
  })
  return { ...answer.getHeaders() }
}
