import { useMemo, useRef, useState } from 'react'
import type { Reply } from '#shared/client/api.ts'
import type { CommandBody, CommandName } from '#shared/commands.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { Rejection } from '#shared/rejections.ts'
import type { PageProps } from '../page-props.ts'
import { filledBoth, words } from '../words.ts'
import { soonestOf, standingOf, type Refusal } from './refusal.ts'
import { seen } from './seen.ts'

type AnyAnswer = { readonly version: number; readonly nobody?: Rejection | null }

/** What a clerk is told of the last key: refused by the office, or only a note. */
export type Told = Refusal & { readonly kind: 'refused' | 'note' }

export type DeskActs = ReturnType<typeof useDeskActs>

/** What a clerk asks of the office from one window: one thing at a time, and each is over only when the screen shows it. */
export function useDeskActs({ api, line, office }: PageProps, window: number) {
  const source = useMemo(() => line.watch(office, `window/${window}`), [line, office, window])
  const underway = useRef(false)
  const isTooSoon = useRef(false)
  const [told, tell] = useState<Told | null>(null)

  function say(kind: Told['kind'], why: Bilingual, isSoon = false) {
    const live = source.get()
    if (!('view' in live)) return
    const soon = isSoon ? soonestOf(live.view, line.now()) : null
    // What the office did not answer is as uncertain when the line has gone or is back.
    const isLive = kind === 'note' ? live.status === 'live' : null
    tell({ kind, why, standing: standingOf(live.view), soon, isLive })
  }

  async function act<N extends CommandName>(name: N, body: CommandBody<N>): Promise<Reply<unknown>> {
    if (underway.current) return { kind: 'done', value: undefined } // another key was a moment earlier: this one is not meant any more
    underway.current = true
    tell(null)
    try {
      const reply: Reply<unknown> = await api.command(office, name, body)
      isTooSoon.current = reply.kind === 'refused' && reply.rejection.code === 'too-soon'
      if (reply.kind !== 'done') return reply
      const answer = reply.value as AnyAnswer // every command answers with the version (answers.ts)
      await seen(source, answer.version)
      if (answer.nobody) say('note', answer.nobody.message, answer.nobody.code === 'too-soon')
      return reply
    } finally {
      underway.current = false
    }
  }

  return {
    act,
    told,
    dismiss: () => tell(null),
    /** Null: it was not refused. */
    setRefused: (why: Bilingual | null) =>
      why === null
        ? tell((before) => (before?.kind === 'refused' ? null : before))
        : say('refused', why, isTooSoon.current),
    /** For a key whose action is not possible now. Null: no reason is worded. */
    sayWhyNot: (what: Bilingual, why: Bilingual | null) =>
      say('note', filledBoth(words.notNow, { what, why: why ?? words.notPossible })),
  }
}
