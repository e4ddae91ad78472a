/**
 * What a piece of paper says, before anyone knows how wide it is: a list of blocks from top to bottom.
 * A ticket, a reception slip, a test page: each is a function that returns one; `layout.ts` and `text-mode.ts` print any.
 */
export type Document = {
  /** What the sheet is, for whoever looks through a folder of pictures of them. */
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly size: TextSize
      readonly weight: Weight
      readonly align: 'left' | 'centre'
    }
  /** A number to be read across a room: as large as the paper allows. */
  | { readonly kind: 'label'; readonly text: string }
  /** White on black, over the whole width. */
  | { readonly kind: 'banner'; readonly text: string }
  /** A name and its value on one line. */
  | { readonly kind: 'fact'; readonly name: string; readonly value: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly size: TextSize }
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'gap' }
  /** A grey step and a comb of lines, to see what the printer's head still prints. */
  | { readonly kind: 'pattern' }

export type TextSize = 'small' | 'body' | 'large'
export type Weight = 'regular' | 'bold'

export function text(
  words: string,
  {
    size = 'body',
    weight = 'regular',
    align = 'left',
  }: { readonly size?: TextSize; readonly weight?: Weight; readonly align?: 'left' | 'centre' } = {},
): Block {
  return { kind: 'text', text: words, size, weight, align }
}
