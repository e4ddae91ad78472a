import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultOf, startAttack, type Attack } from './attack.ts'

/** A short look at what `npm run fuzz` looks at for a hundred thousand requests. */

let attack: Attack
beforeAll(async () => void (attack = await startAttack()))
afterAll(() => attack.close())

test('whatever is asked, the answer is an answer: no error of the server’s own, no trace, no silence', async () => {
  const { statuses } = await attack.requests(400)

  expect(statuses['200']).toBeGreaterThan(40)
  expect(statuses['400']).toBeGreaterThan(40)
  expect(statuses['409']).toBeGreaterThan(2)
  await attack.isWhole()
}, 120_000)

test('whatever comes up a line, the hall is shown to the others', async () => {
  await attack.messages(150)
  await attack.isWhole()
})

test.each([
  [{ path: '/api/offices' }, { status: 500, text: '' }, 'an error of the server’s own'],
  [{ path: '/kiosk' }, { status: 200, text: 'Error: x\n    at f (/a/server/src/b.ts:3:1)' }, 'a trace'],
  [{ path: '/api/offices' }, { status: 404, text: '{"error":"Not Found"}' }, 'a refusal without words'],
  [{ path: '/api/offices' }, { status: 200, text: '{}' }, null],
] as const)('of %j answered with %j is said: %s', (request, answer, fault) => {
  expect(faultOf(request, answer)).toBe(fault)
})
