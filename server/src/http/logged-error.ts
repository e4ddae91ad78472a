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
export function loggedError(error: Error & { readonly code?: unknown }): LoggedError {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: error.message.split('\n')[0] ?? '',
    ...(typeof error.code === 'string' ? { code: error.code } : {}),
    stack: frames.join('\n'),
  }
}
