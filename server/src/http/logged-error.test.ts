import { expect, test } from 'vitest'
import { loggedError } from './logged-error.ts'

test('of a failed statement the log keeps what failed and where, and none of its values', () => {
  const error = Object.assign(new Error('Failed query: insert into persons\nparams: Снежоглед, 0889771122'), {
    code: 'SQLITE_ERROR',
    params: ['Снежоглед'],
  })
  const logged = loggedError(error)

  expect(logged).toMatchObject({
    type: 'Error',
    message: 'Failed query: insert into persons',
    code: 'SQLITE_ERROR',
    stack: expect.stringContaining('logged-error.test.ts'),
  })
  expect(JSON.stringify(logged)).not.toMatch(/Снежоглед|0889/)
})
