/** One line of the table: our figure, what it may be held against, and whether it is good enough. */
export type Row = {
  readonly what: string
  readonly unit: string
  readonly ours: number
  /** The program without any rules. */
  readonly bare?: number
  /** What the part that limits it reaches by itself in this run. */
  readonly limit?: readonly [figure: number, of: string]
  readonly goal?: { readonly target: number; readonly better: 'more' | 'less' }
}

export function printTable(rows: readonly Row[]): void {
  const head = ['', 'ours', '', 'no rules', 'limit here', 'target', '']
  const cells = rows.map((row) => [
    row.what,
    figure(row.ours),
    row.unit,
    row.bare === undefined ? '' : figure(row.bare),
    row.limit === undefined ? '' : `${figure(row.limit[0])} ${row.limit[1]}`,
    row.goal === undefined ? '' : `${row.goal.better === 'more' ? '≥' : '≤'} ${figure(row.goal.target)}`,
    verdict(row),
  ])
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((line) => line[column]?.length ?? 0)),
  )
  const isLeft = (column: number) => column === 0 || column === 2 || column === 6
  for (const line of [head, ...cells]) {
    const padded = line.map((cell, column) =>
      isLeft(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    console.log(padded.join('  ').trimEnd())
  }
}

function verdict({ ours, goal }: Row): string {
  if (goal === undefined) return ''
  const missedBy = goal.better === 'more' ? goal.target / ours : ours / goal.target
  return missedBy <= 1 ? 'met' : `missed by ${Math.round((missedBy - 1) * 100)} %`
}

function figure(value: number): string {
  if (value >= 100) return String(Math.round(value))
  return value.toFixed(value >= 10 ? 1 : 2)
}
