/** @returns a code as it is read out and typed: in groups of four. */
export function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1\u2009')
}
