import { useLive } from '#shared/client/use-live.ts'
import { parseLabel } from '#shared/labels.ts'
import type { PageProps } from '../page-props.ts'
import { orderCopy } from '../printing/orders.ts'
import { TicketLabel } from '../ticket-label.tsx'
import { words } from '../words.ts'
import type { DeskProps } from './desk.tsx'
import { Pick, type Choice } from './pick.tsx'
import { serviceName } from './service-name.ts'

/** @returns whether the hall has a printer that a copy can come out of. */
export function useCanPrint({ line, office }: PageProps): boolean {
  const live = useLive(line, office, 'printing')
  return 'view' in live && live.view.printers.some(({ connection }) => connection !== 'browser')
}

/** A ticket again on paper: nothing about the ticket changes. */
export function CopyPanel({
  view,
  api,
  office,
  language,
  onClose,
}: DeskProps & { readonly onClose: () => void }) {
  const here = [...(view.current === null ? [] : [view.current]), ...view.held, ...view.next]
  return (
    <Pick
      title={words.copyTitle[language]}
      choices={here.map((ticket) => ({
        id: ticket.label,
        name: <TicketLabel label={ticket.label} />,
        hint: serviceName(view, ticket.service, language),
        texts: [ticket.label],
      }))}
      by="label"
      language={language}
      onClose={onClose}
      onTyped={(typed) => exactly(typed, language)}
      onPick={({ id: label }) => orderCopy(api, office, { label, printer: null })}
    />
  )
}

/** Somebody else's window may be the one the ticket waits for. */
function exactly(typed: string, language: DeskProps['language']): Choice | null {
  const label = parseLabel(typed)
  if (label === null) return null
  return { id: label, name: <TicketLabel label={label} />, hint: words.copyExactly[language], texts: [label] }
}
