import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Reply } from '#shared/client/api.ts'
import { useLive } from '#shared/client/use-live.ts'
import { ActionButton } from './action-button.tsx'
import { CloseButton } from './close-button.tsx'
import './leave-notice.css'
import type { PageProps } from './page-props.ts'
import { Panel } from './panel.tsx'
import { restReason, whyNoRest } from './window/rest.ts'
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

function LeaveWindow({ api, line, office, own, language, session, signOut, onStay }: WindowProps) {
  const live = useLive(line, office, `window/${own}`)
  const no = 'view' in live ? whyNoRest(live.view, 'close', session.role) : null
  const why = 'view' in live && no !== null ? restReason(live.view, no)[language] : null

  async function closeAndLeave() {
    const closed = await api.command(office, 'close-window', { window: own })
    return closed.kind === 'done' ? signOut() : closed
  }

  return (
    <Notice
      text={
        <>
          <strong>{filled(words.windowStillOpen[language], { n: own })}</strong>
          {why === null ? null : ` ${filled(words.notNow[language], { what: words.close[language], why })}.`}
        </>
      }
      language={language}
      onStay={onStay}
    >
      {why === null ? (
        <ActionButton
          kind="main"
          shortcut="Enter"
          action="close-and-leave"
          label={words.closeAndLeave[language]}
          onAct={closeAndLeave}
          language={language}
        />
      ) : null}
      <ActionButton shortcut="KeyL" label={words.leaveOpen[language]} onAct={signOut} language={language} />
    </Notice>
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
  const why = reply.kind === 'refused' ? reply.rejection.message : words.unreachable
  return <Notice text={why[language]} language={language} onStay={onStay} />
}

type NoticeProps = Pick<Props, 'onStay' | 'language'> & {
  readonly text: ReactNode
  readonly children?: ReactNode
}

/** Its first key is where the focus is: the window's main action must not be pressed by whoever means this one. */
function Notice({ text, language, onStay, children }: NoticeProps) {
  const acts = useRef<HTMLDivElement>(null)
  useEffect(() => {
    acts.current?.querySelector<HTMLElement>('[data-shortcut="Enter"], [data-shortcut="Escape"]')?.focus()
  }, [])
  return (
    <Panel className="leave" aria-labelledby="leave-words">
      <p id="leave-words" role="alert">
        {text}
      </p>
      <div ref={acts} className="leave-actions">
        {children}
        <CloseButton label={words.stay[language]} onClose={onStay} />
      </div>
    </Panel>
  )
}
