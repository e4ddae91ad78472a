import { appendFileSync } from 'node:fs'

/** One line of the table that `npm run faults` prints. */
export type Finding = {
  readonly fault: string
  /** Commands that were answered, or labels that were seen. */
  readonly answered: number
  readonly lost: number
  readonly twice: number
  /** From the fault's end to the first command that is done again, in milliseconds; null: it never stopped. */
  readonly backAfterMs: number | null
  /** The longest that a screen showed as live what was older than an answer, milliseconds; left out: none was watched. */
  readonly shownOldMs?: number
  readonly told: string
}

export function found(finding: Finding): void {
  const file = process.env['FAULTS_REPORT']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(finding)}\n`)
}
