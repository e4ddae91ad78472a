import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import { useLive } from '#shared/client/use-live.ts'
import type { SignedUp } from '#shared/reception.ts'
import { ActionButton } from '../action-button.tsx'
import type { PageProps } from '../page-props.ts'
import { orderSlip } from '../printing/orders.ts'
import { failureWords, stateWords } from '../printing/words.ts'
import { ToolButton } from '../tool-button.tsx'
import { words } from './words.ts'

type Props = PageProps & {
  readonly signedUp: SignedUp
  /** Whether P is this card's. */
  readonly hasKeys: boolean
}

/** The slip comes out of the ticket printer; where there is none, or it fails, out of this machine's own. */
export function SlipPrinting({ signedUp: { number, code }, hasKeys, ...page }: Props) {
  const { api, office, language } = page
  const [job, ordered] = useState<string | null>(null)
  return (
    <>
      <ActionButton
        label={say(words.print, language)}
        shortcut={hasKeys ? 'KeyP' : undefined}
        action={number}
        onAct={async () => {
          const reply = await orderSlip(api, office, { number, code })
          if (reply.kind === 'done') ordered(reply.value.job)
          if (reply.kind !== 'refused' || reply.rejection.code !== 'no-printer') return reply
          print()
          return { kind: 'done', value: undefined }
        }}
        language={language}
      />
      <ToolButton label={say(words.printHere, language)} onPress={() => print()} />
      {job === null ? null : <Progress {...page} job={job} />}
    </>
  )
}

/** How the slip fares, for whoever may see the printers. */
function Progress({ job, line, office, language }: PageProps & { readonly job: string }) {
  const live = useLive(line, office, 'printing')
  const known = 'view' in live ? live.view.jobs.find(({ id }) => id === job) : undefined
  const { state, failure } = known ?? { state: 'sent' as const, failure: null }
  return (
    <p className="slip-progress" role="status" data-state={state}>
      {say(words.slip, language)}: {say(stateWords[state], language)}
      {failure === null ? '' : ` – ${say(failureWords[failure], language)}`}
    </p>
  )
}
