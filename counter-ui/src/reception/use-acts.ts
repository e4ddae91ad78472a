import { useMemo } from 'react'
import type { AnswerOf, Reply } from '#shared/client/api.ts'
import type { CommandBody, CommandName } from '#shared/commands.ts'
import type { PageProps } from '../page-props.ts'
import { seen } from '../window/seen.ts'

type View = 'reception/desk' | 'reception/secretary' | `reception/official/${string}`

/** @param key the command's idempotency key, where a repetition must be the same intention. */
export type Act = <N extends CommandName>(
  name: N,
  body: CommandBody<N>,
  key?: string,
) => Promise<Reply<AnswerOf<N>>>

/** @returns how to ask something of the office; it is over only when the view that is on the screen shows it. */
export function useActs({ api, line, office }: Pick<PageProps, 'api' | 'line' | 'office'>, view: View): Act {
  return useMemo(() => {
    const source = line.watch(office, view)
    return async (name, body, key) => {
      const reply = await api.command(office, name, body, key)
      if (reply.kind === 'done') await seen(source, reply.value.version)
      return reply
    }
  }, [api, line, office, view])
}
