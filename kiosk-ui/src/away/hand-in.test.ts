import { describe, expect, test } from 'vitest'
import type { Api, Reply } from '#shared/client/api.ts'
import { LocalDate, OfficeId, ServiceId } from '#shared/ids.ts'
import { instant, iso } from '#shared/instant.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { rejection } from '#shared/words/rejections.ts'
import { handIn } from './hand-in.ts'
import type { Given } from './given.ts'

const service = ServiceId.parse('payment')
const given: Given = {
  order: 1,
  key: 'the-persons-own-key',
  office: OfficeId.parse('pernik'),
  date: LocalDate.parse('2026-11-25'),
  letter: 'П',
  number: 801,
  service,
  issuedAt: iso(instant(Date.parse('2026-11-25T08:15:00Z'))),
  priority: false,
  language: 'bg',
  asked: null,
  isRefused: false,
}
const asked: Given = { ...given, asked: { service, priority: false, language: 'bg' } }

const done: Reply<unknown> = { kind: 'done', value: { version: 2, ticket: { code: 'lost-ticket-code' } } }
const no = (refusal: Refusal, status = 409): Reply<unknown> => ({
  kind: 'refused',
  status,
  rejection: rejection(refusal),
})

/** An office that answers so, one after the other; what it was asked, with the key. */
function office(...replies: readonly Reply<unknown>[]) {
  const heard: unknown[][] = []
  const left = [...replies]
  const command = (_office: string, name: string, body: object, key: string) => {
    heard.push([name, key, 'insteadOf' in body ? body.insteadOf : null])
    return Promise.resolve(left.shift() ?? { kind: 'unreachable' })
  }
  return { heard, api: { command } as unknown as Pick<Api, 'command'> } // the answers are those of the test
}

describe('A ticket that was given without the server', () => {
  test('is handed in under the key of the person’s own intention', async () => {
    const { api, heard } = office(done)
    expect(await handIn(api, given)).toBe('entered')
    expect(heard).toEqual([['hand-in-ticket', 'the-persons-own-key', null]])
  })

  test('takes the place of the one whose answer was lost: the key tells that there is one', async () => {
    const { api, heard } = office(no(refuse('key-reused', {})), done, done)
    expect(await handIn(api, asked)).toBe('entered')
    expect(heard).toEqual([
      ['hand-in-ticket', 'the-persons-own-key', null],
      ['issue-ticket', 'the-persons-own-key', null],
      ['hand-in-ticket', 'the-persons-own-key-instead', 'lost-ticket-code'],
    ])
  })

  test('is entered where the office has it already', async () => {
    const { api } = office(no(refuse('number-handed-in', { label: 'П 801' })))
    expect(await handIn(api, given)).toBe('entered')
  })

  test.each([
    ['no answer', { kind: 'unreachable' }],
    ['a failure of the server', no(refuse('internal-error', {}), 500)],
    ['a token that was revoked', no(refuse('not-signed-in', {}), 401)],
    ['an office that opens in a moment', no(refuse('before-opening', { opens: '08:30' }))],
  ] as const)('waits at %s', async (_, reply) => {
    expect(await handIn(office(reply).api, given)).toBe('later')
  })

  test('whose number is somebody else’s is shown to staff', async () => {
    const { api } = office(no(refuse('number-taken', { label: 'П 801' })))
    expect(await handIn(api, given)).toBe('refused')
  })
})
