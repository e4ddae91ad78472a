import { printed } from '#shared/labels.ts'

/** „Г 014“ in one piece, with air between letter and number: beside a Г the first zero must not read as an О. */
export function TicketLabel({
  label,
  className = '',
}: {
  readonly label: string
  readonly className?: string
}) {
  const [letter, ...rest] = printed(label)
  return (
    <span lang="bg" className={`label ticket-label ${className}`}>
      <span className="ticket-letter">{letter}</span>
      {rest.join('')}
    </span>
  )
}
