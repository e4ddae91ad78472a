import { useEffect, useRef, useState } from 'react'
import type { Reply } from '#shared/client/api.ts'
import { ActionButton } from './action-button.tsx'
import './leave-notice.css'
import type { PageProps } from './page-props.ts'
import { filled, words } from './words.ts'

type Props = PageProps & {
  /** The window that was open in this person's name when they asked to leave. */
  readonly own: number | null
  readonly signOut: () => Promise<Reply<unknown>>
  readonly onStay: () => void
}

/** Logging out: at once when no window is open; otherwise says so here, and offers to close it first. */
export function LeaveNotice({ own, ...props }: Props) {
  return own === null ? <LeaveNow {...props} /> : <LeaveWindow {...props} own={own} />
}

type WindowProps = Omit<Props, 'own'> & { readonly own: number }

function LeaveWindow({ api, office, own, language, signOut, onStay }: WindowProps) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])

  async function closeAndLeave(window: number) {
    const closed = await api.command(office, 'close-window', { window })
    return closed.kind === 'done' ? signOut() : closed
  }

  return (
    <section ref={place} className="leave" tabIndex={-1} aria-labelledby="leave-title">
      <p>
        <strong id="leave-title">{filled(words.windowStillOpen[language], { n: own })}</strong>
      </p>
      <div className="leave-actions">
        <ActionButton
          kind="main"
          label={words.closeAndLeave[language]}
          onAct={() => closeAndLeave(own)}
          language={language}
        />
        <ActionButton label={words.leaveOpen[language]} onAct={signOut} language={language} />
        <button type="button" className="plain-button" onClick={onStay}>
          {words.stay[language]}
        </button>
      </div>
    </section>
  )
}

type NowProps = Pick<Props, 'signOut' | 'onStay' | 'language'>

function LeaveNow({ signOut, onStay, language }: NowProps) {
  const [reply, answered] = useState<Reply<unknown> | null>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void signOut().then(answered)
  }, [signOut])
  if (reply === null || reply.kind === 'done') return null
  return (
    <section className="leave" role="alert">
      <p>{reply.kind === 'refused' ? reply.rejection.message[language] : words.unreachable[language]}</p>
      <button type="button" className="plain-button" onClick={onStay}>
        {words.stay[language]}
      </button>
    </section>
  )
}
