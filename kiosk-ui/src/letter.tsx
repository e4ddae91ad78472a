/** The letter that the tickets of a service begin with, as it will stand on the ticket. */
export function Letter({ letter }: { readonly letter: string }) {
  return (
    <span className="letter" lang="bg" aria-hidden="true">
      {letter}
    </span>
  )
}
