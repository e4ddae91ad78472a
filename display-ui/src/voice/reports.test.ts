import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Api, Reply } from '#shared/client/api.ts'
import { createReports } from './reports.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function refusal(status: number): Reply<never> {
  const message = { bg: 'Не сега.', en: 'Not now.' }
  return { kind: 'refused', status, rejection: { code: 'internal-error', message } }
}

/** An office that answers what it is asked one after the other so, and from then on that all is well. */
function officeThat(...answers: readonly Reply<unknown>[]) {
  const asked: number[][] = []
  const left = [...answers]
  const api = {
    async request({ body }: { body: { reports: readonly { call: number }[] } }) {
      asked.push(body.reports.map(({ call }) => call))
      return left.shift() ?? { kind: 'done', value: {} }
    },
  } as unknown as Api // all that reports ask
  return { asked, reports: createReports({ api, office: 'pernik' }) }
}

test.each([
  ['is not reached', { kind: 'unreachable' }],
  ['can’t keep anything now', refusal(500)],
  ['asks for patience', refusal(429)],
] as const)('what a board showed is told again to an office that %s', async (_why, answer) => {
  const { asked, reports } = officeThat(answer)
  reports.show([{ id: 1, label: 'Г 001' }], 0)
  await vi.advanceTimersByTimeAsync(10_000)

  expect(asked).toEqual([[1], [1]])
})

test('what the office will never take is not told again, and what comes after it is', async () => {
  const { asked, reports } = officeThat(refusal(400))
  reports.show([{ id: 1, label: 'Г 001' }], 0)
  await vi.advanceTimersByTimeAsync(10_000)
  reports.show([{ id: 2, label: 'Г 002' }], 0)
  await vi.advanceTimersByTimeAsync(10_000)

  expect(asked).toEqual([[1], [2]])
})
