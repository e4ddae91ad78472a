/** @returns what was typed into a field of a form; empty when there is no such field. */
export function typedInto(form: HTMLFormElement, field: string): string {
  const value = new FormData(form).get(field)
  return typeof value === 'string' ? value : ''
}

/** For a page with no other purpose than its form: typing may begin at once. Given as a `ref`. */
export function focusAtOnce(field: HTMLInputElement | null) {
  field?.focus()
}
