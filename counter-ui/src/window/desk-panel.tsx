import { useId, useState, type FormEvent } from 'react'
import { useOfficeTime } from '#shared/client/use-live.ts'
import type { OutOfOrderReason, Outcome } from '#shared/commands.ts'
import { parseLabel, printed } from '#shared/labels.ts'
import { outcomeWords, outOfOrderWords, pauseWords } from '#shared/words/reasons.ts'
import { useAction } from '../action.ts'
import { TicketLabel } from '../ticket-label.tsx'
import { filled, words } from '../words.ts'
import type { DeskActs } from './desk-acts.ts'
import type { DeskProps } from './desk.tsx'
import { CopyPanel } from './copy-panel.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { OUTCOMES, said } from './outcomes.ts'
import { Pick, type Choice } from './pick.tsx'
import { openAt, serviceChoice } from './service-choices.tsx'
import { serviceName } from './service-name.ts'
import { waited } from './waited.ts'

export type PanelKind =
  | 'transfer'
  | 'add-service'
  | 'pause'
  | 'outcome'
  | 'out-of-order'
  | 'resume-held'
  | 'take-back'
  | 'copy'
  | 'entry'

type ActOnly = { readonly act: DeskActs['act'] }

type Props = DeskProps &
  ActOnly & {
    readonly kind: PanelKind
    /** How the service at the window ended, chosen beforehand; null: nothing was. */
    readonly outcome: Outcome | null
    readonly onOutcome: (outcome: Outcome) => void
    readonly onClose: () => void
  }

/** What opens at a key, in the place of the queue. */
export function DeskPanel(props: Props) {
  switch (props.kind) {
    case 'transfer':
      return <TransferPanel {...props} />
    case 'add-service':
      return <AddServicePanel {...props} />
    case 'pause':
      return <PausePanel {...props} />
    case 'outcome':
      return <OutcomePanel {...props} />
    case 'out-of-order':
      return <OutOfOrderPanel {...props} />
    case 'resume-held':
      return <HeldPanel {...props} />
    case 'take-back':
      return <MissedPanel {...props} />
    case 'copy':
      return <CopyPanel {...props} />
    case 'entry':
      return <EntryPanel {...props} />
  }
}

function TransferPanel({ view, act, outcome, language, onClose }: Props) {
  const [comeBack, setComeBack] = useState(false)
  const label = printed(view.current?.label ?? '')
  const here = { window: view.window }
  const now = view.current?.service

  const services = view.queue
    .filter((service) => service.id !== now)
    .map((service) => ({
      ...serviceChoice(service, language),
      hint: openAt(service, language),
      body: { ...here, service: service.id },
    }))
  // For the same service, only a window that is open for it.
  const same = view.queue.find((service) => service.id === now)
  const windows = view.windows
    .filter((each) => each.window !== view.window && same?.openWindows.includes(each.window) === true)
    .map((each) => {
      const number = filled(words.windowN[language], { n: each.window })
      return {
        id: `window-${each.window}`,
        name: each.name === null ? number : `${number} · ${each.name[language]}`,
        hint: each.clerk ?? undefined,
        texts: [number, `${each.window}`, each.name?.bg ?? '', each.name?.en ?? '', each.clerk ?? ''],
        body: { ...here, toWindow: each.window },
      }
    })
  const choices = [...windows, ...services]

  return (
    <Pick
      title={filled(words.transferTitle[language], { label })}
      choices={choices}
      by="words"
      language={language}
      onClose={onClose}
      onPick={async ({ id }) => {
        const body = choices.find((choice) => choice.id === id)?.body
        if (body === undefined) return null
        return act('transfer', { ...body, ...(comeBack ? { comeBack } : {}), ...said(outcome) })
      }}
    >
      <label className="pick-check">
        <input type="checkbox" checked={comeBack} onChange={(event) => setComeBack(event.target.checked)} />
        {words.transferBack[language]}
      </label>
    </Pick>
  )
}

function AddServicePanel({ view, act, outcome, language, onClose }: Props) {
  const services = view.queue.filter(
    (service) => view.services.includes(service.id) && service.id !== view.current?.service,
  )
  return (
    <Pick
      title={filled(words.addServiceTitle[language], { label: printed(view.current?.label ?? '') })}
      choices={services.map((service) => serviceChoice(service, language))}
      by="words"
      language={language}
      onClose={onClose}
      onPick={async ({ id }) => {
        const service = services.find((each) => each.id === id)
        if (service === undefined) return null
        return act('add-service', { window: view.window, service: service.id, ...said(outcome) })
      }}
    />
  )
}

function PausePanel({ view, act, language, onClose }: Props) {
  const id = useId()
  const [own, setOwn] = useState('')
  const { state, run } = useAction(async () => {
    const reply = await act('pause-window', { window: view.window, reason: own.trim() })
    if (reply.kind === 'done') onClose()
    return reply
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    if (own.trim() !== '') void run()
  }

  return (
    <Pick
      title={words.pauseTitle[language]}
      choices={Object.entries(pauseWords).map(([reason, { bg, en }]) => ({
        id: reason,
        name: language === 'bg' ? bg : en,
        texts: [bg, en],
      }))}
      by="digit"
      language={language}
      onClose={onClose}
      onPick={({ id: reason }) => act('pause-window', { window: view.window, reason })}
      below={
        <form className="pick-own" onSubmit={submit}>
          <label htmlFor={id}>{words.pauseOwn[language]}</label>
          <input id={id} value={own} maxLength={200} onChange={(event) => setOwn(event.target.value)} />
          <button
            type="submit"
            className="plain-button"
            aria-disabled={own.trim() === ''}
            aria-busy={state.face === 'pending'}
          >
            {words.pauseOwnGo[language]}
          </button>
          <p className="pick-words" role="alert">
            {state.face === 'refused' ? state.why[language] : null}
          </p>
        </form>
      }
    />
  )
}

function OutcomePanel({ view, language, onOutcome, onClose }: Props) {
  return (
    <Pick
      title={filled(words.outcomeTitle[language], { label: printed(view.current?.label ?? '') })}
      choices={OUTCOMES.map((outcome) => ({ id: outcome, name: outcomeWords[outcome][language], texts: [] }))}
      by="digit"
      language={language}
      onClose={onClose}
      onPick={async ({ id }) => {
        const outcome = OUTCOMES.find((each) => each === id)
        if (outcome !== undefined) onOutcome(outcome)
        return { kind: 'done', value: undefined }
      }}
    />
  )
}

function OutOfOrderPanel({ view, act, line, language, onClose }: Props) {
  const now = useOfficeTime(line, 10_000)
  const [label, setLabel] = useState<string | null>(null)

  if (label === null) {
    return (
      <Pick
        key="whom"
        title={words.outOfOrderTitle[language]}
        choices={view.next.map((ticket) => ({
          id: ticket.label,
          name: <TicketLabel label={ticket.label} />,
          hint: `${serviceName(view, ticket.service, language)} · ${filled(words.minutesShort[language], {
            n: waited(ticket.issuedAt, now, Infinity).minutes,
          })}`,
          texts: [ticket.label],
        }))}
        by="label"
        language={language}
        onClose={onClose}
        onTyped={(typed) => exactly(typed, language)}
        onPick={async ({ id }) => {
          setLabel(id)
          return null
        }}
      />
    )
  }
  return (
    <Pick
      key="why"
      title={filled(words.outOfOrderWhy[language], { label: printed(label) })}
      choices={OUT_OF_ORDER.map((reason) => ({
        id: reason,
        name: outOfOrderWords[reason][language],
        texts: [],
      }))}
      by="digit"
      language={language}
      onClose={onClose}
      onPick={async ({ id }) => {
        const reason = OUT_OF_ORDER.find((each) => each === id)
        return reason === undefined ? null : act('call-ticket', { window: view.window, label, reason })
      }}
    >
      <p className="pick-note">{words.outOfOrderNote[language]}</p>
    </Pick>
  )
}

function HeldPanel({ view, act, line, language, onClose }: Props) {
  const now = useOfficeTime(line, 10_000)
  return (
    <Pick
      title={words.resumeTitle[language]}
      choices={view.held.map((ticket) => ({
        id: ticket.label,
        name: <TicketLabel label={ticket.label} />,
        hint: `${serviceName(view, ticket.service, language)} · ${filled(words.heldFor[language], {
          n: waited(ticket.heldAt, now, Infinity).minutes,
        })}`,
        texts: [ticket.label],
      }))}
      by="digit"
      language={language}
      onClose={onClose}
      onPick={({ id }) => act('resume-held', { window: view.window, label: id })}
    />
  )
}

function MissedPanel({ view, act, line, language, onClose }: Props) {
  const now = useOfficeTime(line, 10_000)
  return (
    <Pick
      title={words.takeBackTitle[language]}
      choices={view.missed.map((ticket) => ({
        id: ticket.label,
        name: <TicketLabel label={ticket.label} />,
        hint: `${serviceName(view, ticket.service, language)} · ${filled(words.missedAt[language], {
          w: ticket.window,
          n: waited(ticket.missedAt, now, Infinity).minutes,
        })}`,
        texts: [ticket.label],
      }))}
      by="digit"
      language={language}
      onClose={onClose}
      onPick={({ id }) => act('take-back', { label: id })}
    />
  )
}

// Keys of a typed record: Object.keys forgets what TypeScript knows of them.
const OUT_OF_ORDER = Object.keys(outOfOrderWords) as readonly OutOfOrderReason[]

/** A whole number that is typed may be called though the list, which is not endless, does not show it. */
function exactly(typed: string, language: DeskProps['language']): Choice | null {
  const label = parseLabel(typed)
  if (label === null) return null
  return {
    id: label,
    name: <TicketLabel label={label} />,
    hint: words.outOfOrderExactly[language],
    texts: [label],
  }
}
