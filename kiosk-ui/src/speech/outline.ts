import { LANGUAGES, type Language } from '#shared/languages.ts'

/** Words in one language, as a voice gets them. */
export type Piece = { readonly text: string; readonly lang: Language }

/** One step of somebody who hears the screen: what is read on until the next thing that can be chosen, or such a thing. */
export type Stop = {
  readonly kind: 'text' | 'control'
  /** Where the focus goes; in the order of reading. */
  readonly element: HTMLElement
  readonly pieces: readonly Piece[]
  /** The name of the group that it stands in, said when the group is entered. */
  readonly group: string | null
  /** Its place in a list of choices, from 1; null where it stands in none. */
  readonly place: { readonly at: number; readonly of: number } | null
}

const CONTROL = 'button, a[href], input, select, [role="button"]'
const HEADING = 'h1, h2, h3, legend'

/**
 * What a screen says, in the order of its page, whole: every text that is shown stands in some stop. It is read off the
 * page itself, by what the page tells to any screen reader, so that a new face is spoken without anybody's doing.
 */
export function outlineOf(root: HTMLElement): readonly Stop[] {
  const stops: Stop[] = []
  let open: { readonly element: HTMLElement; readonly pieces: Piece[] } | null = null

  function close() {
    if (open !== null && open.pieces.length > 0) {
      stops.push({ kind: 'text', element: open.element, pieces: open.pieces, group: null, place: null })
    }
    open = null
  }

  function visit(element: HTMLElement) {
    if (!isShown(element)) return
    const input = element.matches('label') ? element.querySelector<HTMLElement>('input') : null
    if (input !== null || element.matches(CONTROL)) {
      close()
      stops.push(controlStop(input ?? element))
      return
    }
    if (element.matches(HEADING)) close()
    if (!isInside(element)) {
      add(element)
      return
    }
    for (const node of element.childNodes) {
      if (node instanceof HTMLElement) visit(node)
      else if (node instanceof SVGElement || isWords(node)) add(element, node)
    }
  }

  function add(element: HTMLElement, node: Node = element) {
    const pieces = piecesOf(node)
    if (pieces.length === 0) return
    open ??= { element, pieces: [] }
    open.pieces.push(...ended(pieces))
  }

  visit(root)
  close()
  return stops
}

/** @returns everything that the element says, one piece for each run in one language. */
export function piecesOf(node: Node): readonly Piece[] {
  const pieces: Piece[] = []
  collect(node, pieces)
  return pieces.map((piece) => ({ ...piece, text: tidy(piece.text) })).filter(({ text }) => text !== '')
}

/** @returns a control's name and what is said beside it. */
function controlStop(element: HTMLElement): Stop {
  const list = element.closest('li')?.parentElement ?? null
  const items = list === null ? [] : [...list.children].filter((item) => item.querySelector(CONTROL) !== null)
  const at = items.findIndex((item) => item.contains(element))
  return {
    kind: 'control',
    element,
    pieces: [...nameOf(element), ...describedBy(element)],
    group: element.closest('[role="group"][aria-label]')?.getAttribute('aria-label') ?? null,
    place: at === -1 || items.length < 2 ? null : { at: at + 1, of: items.length },
  }
}

export function nameOf(element: HTMLElement): readonly Piece[] {
  const label = element.getAttribute('aria-label')
  if (label !== null) return ended([{ text: tidy(label), lang: languageOf(element) }])
  const by = referred(element, 'aria-labelledby')
  return ended(by.length > 0 ? by : piecesOf(element.closest('label') ?? element))
}

function describedBy(element: HTMLElement): readonly Piece[] {
  return ended(referred(element, 'aria-describedby'))
}

function referred(element: HTMLElement, attribute: string): readonly Piece[] {
  const ids = element.getAttribute(attribute)?.split(/\s+/) ?? []
  return ids.flatMap((id) => {
    const target = document.getElementById(id)
    return target === null ? [] : piecesOf(target)
  })
}

/** Whether there is a choice, a heading or a block in it, so that it is not read in one. */
function isInside(element: HTMLElement): boolean {
  return element.querySelector(`${CONTROL}, ${HEADING}, p, li, dl, table, figure, label`) !== null
}

function isShown(element: Element): boolean {
  return (
    element.getAttribute('aria-hidden') !== 'true' && element.checkVisibility({ visibilityProperty: true })
  )
}

function isWords(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''
}

function collect(node: Node, pieces: Piece[]) {
  if (node.nodeType === Node.TEXT_NODE)
    return append(pieces, node.textContent ?? '', languageOf(node.parentElement))
  if (!(node instanceof Element) || !isShown(node)) return
  if (node.getAttribute('role') === 'img') {
    return append(pieces, `${node.getAttribute('aria-label') ?? ''}. `, languageOf(node))
  }
  if (node instanceof SVGElement) return
  const inHeading = node.closest('h1') !== null && node.tagName === 'SPAN'
  const apart = isInline(node) ? '' : inHeading ? ' ' : (SEPARATORS[node.tagName] ?? '. ')
  if (apart !== '') append(pieces, ' ', languageOf(node))
  for (const child of node.childNodes) collect(child, pieces)
  if (apart !== '') append(pieces, apart, languageOf(node))
}

const SEPARATORS: Readonly<Record<string, string>> = { DT: ': ', TH: ', ', TD: ', ', TR: '. ', SPAN: ', ' }

function isInline(element: Element): boolean {
  const { display } = getComputedStyle(element)
  return display === 'inline' || display === 'contents'
}

function append(pieces: Piece[], text: string, lang: Language) {
  const last = pieces.at(-1)
  if (last !== undefined && (last.lang === lang || text.trim() === '' || /^[.,:]\s$/.test(text))) {
    pieces[pieces.length - 1] = { text: last.text + text, lang: last.lang }
    return
  }
  pieces.push({ text, lang })
}

/** @returns text without what only separates; no stop stands alone or twice. */
function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\s+([.,:;!?])/gu, '$1')
    .replace(/([.,:;!?…])(?:[.,:]\s*)+(?=\s|$)/gu, '$1')
    .replace(/^[\s.,:]+/u, '')
    .trim()
}

function ended(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.at(-1)
  if (last === undefined || /[.!?…]$/.test(last.text)) return pieces
  return [...pieces.slice(0, -1), { ...last, text: `${last.text.replace(/[,:]$/, '')}.` }]
}

function languageOf(element: Element | null): Language {
  const lang = element?.closest('[lang]')?.getAttribute('lang')
  return LANGUAGES.find((language) => language === lang) ?? 'bg'
}
