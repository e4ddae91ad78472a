import { expect, test } from 'vitest'
import type { LocalDate, OfficeId } from '#shared/ids.ts'
import { instant } from '#shared/instant.ts'
import type { Recorded } from '../domain/events.ts'
import { GENESIS, hashOf, link, verify, type Link } from './chain.ts'

const office = 'pernik' as OfficeId // the form is OfficeId's
const day = '2026-11-25' as LocalDate // the form is LocalDate's

/** Five events, chained. */
function chain(): readonly Link[] {
  const links: Link[] = []
  for (let version = 1; version <= 5; version += 1) {
    const recorded: Recorded = {
      version,
      at: instant(1_000 * version),
      by: version % 2 === 0 ? { kind: 'clock' } : { kind: 'device', id: 'kiosk-1' },
      event: { type: 'window-paused', window: version, reason: 'почивка' },
    }
    links.push(link(office, day, recorded, links.at(-1)?.hash ?? GENESIS))
  }
  return links
}
const start = { version: 0, hash: GENESIS }
const changed = (version: number, change: Partial<Link>) =>
  chain().map((each) => (each.version === version ? { ...each, ...change } : each))

test('a chain that nobody touched is proved to its last link', () => {
  expect(verify(chain(), start)).toEqual({ ok: true, events: 5, last: chain()[4]?.hash, version: 5 })
})

test('an empty stretch is proved', () => {
  expect(verify([], start)).toEqual({ ok: true, events: 0, last: GENESIS, version: 0 })
})

test('a link keeps what the event says, and who and when beside it', () => {
  expect(chain()[0]).toEqual({
    office: 'pernik',
    version: 1,
    day: '2026-11-25',
    at: 1_000,
    actorKind: 'device',
    actorId: 'kiosk-1',
    type: 'window-paused',
    body: '{"window":1,"reason":"почивка"}',
    previous: GENESIS,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

const others: Readonly<Omit<Link, 'hash'>> = {
  office: 'sofia',
  version: 8,
  day: '2026-11-26',
  at: 3_001,
  actorKind: 'staff',
  actorId: 'clerk1',
  type: 'window-closed',
  body: '{"window":3,"reason":"почивкa"}', // the last letter is Latin
  previous: 'f'.repeat(64),
}

test.each(Object.keys(others) as (keyof typeof others)[])('the hash covers the field %s', (field) => {
  const [, , third] = chain()
  if (third === undefined) throw new Error('the chain is too short')

  expect(hashOf(third)).toBe(third.hash)
  expect(hashOf({ ...third, [field]: others[field] })).not.toBe(third.hash)
})

test('what one field loses another cannot make up for', () => {
  const [first] = chain()
  if (first === undefined) throw new Error('the chain is too short')

  expect(hashOf({ ...first, actorKind: 'device","kiosk-1', actorId: null })).not.toBe(first.hash)
  expect(hashOf({ ...first, actorId: '' })).not.toBe(hashOf({ ...first, actorId: null }))
  expect(hashOf({ ...first, version: 11, day: '2026-11-25' })).not.toBe(
    hashOf({ ...first, version: 1, day: '12026-11-25' }),
  )
})

test.each(Object.keys(others) as (keyof typeof others)[])(
  'a changed %s is found, and the link is named',
  (field) => {
    const verdict = verify(changed(3, { [field]: others[field] }), start)

    expect(verdict).toMatchObject({ ok: false, events: 2, brokenAt: field === 'version' ? 8 : 3 })
  },
)

test('a link whose hash was made to match is found at the next one', () => {
  const forged = changed(3, { body: '{"window":3,"reason":"друго"}' }).map((each) =>
    each.version === 3 ? { ...each, hash: hashOf(each) } : each,
  )

  expect(verify(forged, start)).toMatchObject({ ok: false, events: 3, brokenAt: 4 })
})

test('a link that is gone is found at the one after the gap', () => {
  expect(
    verify(
      chain().filter(({ version }) => version !== 3),
      start,
    ),
  ).toMatchObject({ ok: false, brokenAt: 4 })
  expect(verify(chain().slice(1), start)).toMatchObject({ ok: false, brokenAt: 2 })
})

test('a link that was put in is found', () => {
  const links = chain()
  const [, , third] = links
  if (third === undefined) throw new Error('the chain is too short')

  expect(verify([...links.slice(0, 3), third, ...links.slice(3)], start)).toMatchObject({
    ok: false,
    brokenAt: 3,
  })
})

test('a number that was left out is found, though the chain was forged to hold', () => {
  const [first, , third] = chain()
  if (first === undefined || third === undefined) throw new Error('the chain is too short')
  const forged = { ...third, previous: first.hash }

  expect(verify([first, { ...forged, hash: hashOf(forged) }], start)).toMatchObject({
    ok: false,
    events: 1,
    brokenAt: 3,
  })
})
