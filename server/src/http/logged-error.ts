/** An error as the log keeps it. */
export type LoggedError = {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly stack: string
}

/**
 * What is logged of an error: its kind, the first line of its message and where it happened. A database's error may go on
 * with the values of the statement, and they may be a person's.
 */
export function loggedError(error: Error): LoggedError {
  const code = codeOf(error) ?? codeOf(error.cause)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: error.message.split('\n')[0] ?? '',
    ...(code === null ? {} : { code }),
    stack: frames.join('\n'),
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
