/** What stands on a board between the calls (`/pictures/{office}/index.json`): the files of the office's folder, in order of their names. */
export type Pictures = {
  readonly files: readonly { readonly name: string; readonly kind: 'picture' | 'video' }[]
}
