/** @returns what a call is remembered by: a recall is another one, and so is one after a change of database. */
export function callKey({
  id,
  label,
  times,
}: {
  readonly id: number
  readonly label: string
  readonly times: number
}): string {
  return `${id} ${label} ${times}`
}
