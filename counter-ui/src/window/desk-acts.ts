import { useMemo, useRef, useState } from 'react'
import type { Reply } from '#shared/client/api.ts'
import type { CommandBody, CommandName } from '#shared/commands.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { Rejection } from '#shared/rejections.ts'
import type { PageProps } from '../page-props.ts'
import { seen } from './seen.ts'

type AnyAnswer = { readonly version: number; readonly nobody?: Rejection | null }

export type DeskActs = ReturnType<typeof useDeskActs>

/** What a clerk asks of the office from one window: one thing at a time, and each is over only when the screen shows it. */
export function useDeskActs({ api, line, office }: PageProps, window: number) {
  const source = useMemo(() => line.watch(office, `window/${window}`), [line, office, window])
  const underway = useRef(false)
  const [refused, setRefused] = useState<Bilingual | null>(null)
  const [nobody, setNobody] = useState<Bilingual | null>(null)

  async function act<N extends CommandName>(name: N, body: CommandBody<N>): Promise<Reply<unknown>> {
    if (underway.current) return { kind: 'done', value: undefined } // another key was a moment earlier: this one is not meant any more
    underway.current = true
    setNobody(null)
    try {
      const reply: Reply<unknown> = await api.command(office, name, body)
      if (reply.kind !== 'done') return reply
      const answer = reply.value as AnyAnswer // every command answers with the version (answers.ts)
      await seen(source, answer.version)
      setNobody(answer.nobody?.message ?? null)
      return reply
    } finally {
      underway.current = false
    }
  }

  return { act, refused, setRefused, nobody }
}
