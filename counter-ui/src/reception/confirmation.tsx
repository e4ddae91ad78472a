import { useEffect, useRef } from 'react'
import { say } from '#shared/client/format.ts'
import type { SignedUp } from '#shared/reception.ts'
import { ActionButton } from '../action-button.tsx'
import type { Language } from '../language.ts'
import type { PageProps } from '../page-props.ts'
import { grouped } from './grouped.ts'
import { SlipPrinting } from './slip-printing.tsx'
import { Slip } from './slip.tsx'
import { slotWords } from './slots.ts'
import { words } from './words.ts'

type Props = PageProps & {
  readonly signedUp: SignedUp
  /** The language of the slip. */
  readonly reads: Language
  readonly onDone: () => void
  /** Whether Enter and P are this card's; false where they belong to the page around it. */
  readonly hasKeys?: boolean
}

/** The number and the code, big enough to be read out; the slip waits for the printer. */
export function Confirmation({ signedUp, reads, onDone, hasKeys = true, ...page }: Props) {
  const { language } = page
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <section className="confirmation">
      <h3 ref={title} tabIndex={-1} className="confirmation-title">
        {say(signedUp.time === null ? words.onWaitingList : words.confirmed, language)}
      </h3>
      <p className="confirmation-number" lang="bg">
        {signedUp.number}
      </p>
      <p className="confirmation-when">{slotWords(signedUp, language)}</p>
      <p>
        {say(signedUp.post, language)} · {say(words.room(signedUp.room), language)}
      </p>
      <p className="confirmation-code">
        <span className="option-quiet">{say(words.code, language)}</span>
        <code lang="en">{grouped(signedUp.code)}</code>
      </p>
      <p className="option-quiet">{say(words.codeHint, language)}</p>
      <div className="confirmation-acts">
        <ActionButton
          kind="main"
          label={say(words.done, language)}
          shortcut={hasKeys ? 'Enter' : undefined}
          action={signedUp.number}
          onAct={async () => {
            onDone()
            return { kind: 'done', value: undefined }
          }}
          language={language}
        />
        <SlipPrinting {...page} signedUp={signedUp} hasKeys={hasKeys} />
      </div>
      <Slip {...page} signedUp={signedUp} reads={reads} />
    </section>
  )
}
