import { say } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import { LANGUAGES, type Language } from '#shared/languages.ts'
import { nameOf, outlineOf, piecesOf, type Piece, type Stop } from './outline.ts'
import type { Speaker } from './speaker.ts'
import { words } from './words.ts'

type Parts = {
  readonly root: HTMLElement
  readonly speaker: Speaker
  /** Somebody is being spoken to: nobody may take them for gone. */
  readonly onSpeaking: () => void
  /** There is no voice at all. */
  readonly onUnheard: () => void
}

const LIVE = '[role="status"], [role="alert"], [aria-live="polite"]'
/** The page has settled after so long, milliseconds. */
const SETTLED_MS = 80

/** Reads the screen to somebody, and takes them through it step by step: the focus goes where is read. */
export function createReader({ root, speaker, onSpeaking, onUnheard }: Parts) {
  let isOn = false
  let current: HTMLElement | null = null
  let lastIndex = 0
  let heading: Element | null = null
  let isMoving = false
  let isSpeaking = false
  let times = 0
  let isMute = false
  let said: readonly Piece[] = []
  const live = new Map<Element, string>()
  const waiting: (readonly Piece[])[] = []
  let settling: ReturnType<typeof setTimeout> | undefined

  const observer = new MutationObserver(() => {
    clearTimeout(settling)
    settling = setTimeout(settled, SETTLED_MS)
  })

  function start() {
    if (isOn) return
    isOn = true
    isMute = false
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['hidden', 'data-paper', 'style', 'class'],
    })
    root.addEventListener('focusin', onFocus)
    heading = root.querySelector('main h1')
    noteLive()
    void readFrom(firstOfFace(), [piece(words.begin)])
  }

  /** @param isFarewell whether the end is said: the person is still there. */
  /** Says that it ends, and does. */
  function stop() {
    if (!isOn) return
    isOn = false
    observer.disconnect()
    clearTimeout(settling)
    root.removeEventListener('focusin', onFocus)
    waiting.length = 0
    unmark()
    if (!isMute) void utter([piece(words.end)])
  }

  /** To the next stop, or the one before; past the end it begins again. */
  function move(by: 1 | -1) {
    const stops = outlineOf(root)
    if (stops.length === 0) return
    const at = indexIn(stops)
    const next = (at + by + stops.length) % stops.length
    const turn = at + by >= stops.length ? [piece(words.top)] : at + by < 0 ? [piece(words.bottom)] : []
    const to = stops[next]
    if (to === undefined) return
    const group = to.group !== null && to.group !== stops[at]?.group ? [named(to.group, to)] : []
    focus(to, next)
    if (isOn) void utter([...turn, ...group, ...spokenOf(to)])
  }

  function choose() {
    const stops = outlineOf(root)
    const stop = stops[indexIn(stops)]
    if (stop === undefined) return
    if (stop.kind === 'text') return void (isOn && utter(spokenOf(stop)))
    const { element } = stop
    const before = heading
    const timesBefore = times
    speaker.silence()
    isSpeaking = true // what else the choice changes is told after the choice itself
    element.click()
    // What has become of it is said, unless another screen speaks for itself.
    setTimeout(() => {
      if (times !== timesBefore || before !== heading || hasTurned()) return
      isSpeaking = false
      if (!isOn || !element.isConnected) return
      void utter([...nameOf(element), ...stateOf(element)])
    }, SETTLED_MS * 2)
  }

  function repeat() {
    if (said.length > 0) void utter(said)
  }

  /** Reads on from a stop, until there is something to choose. */
  async function readFrom(index: number, before: readonly Piece[] = []) {
    const stops = outlineOf(root)
    const rest = stops.slice(index)
    const choice = rest.findIndex(({ kind }) => kind === 'control')
    const texts = choice === -1 ? rest : rest.slice(0, choice)
    const [first] = rest
    if (first === undefined) return
    focus(first, index)
    const hint = choice === -1 ? [] : [piece(words.howToGoOn)]
    await utter([...before, ...texts.flatMap(spokenOf), ...hint])
  }

  /** @param isOfLife whether whoever hears it is taken to be there: not while they are asked. */
  async function utter(pieces: readonly Piece[], isOfLife = true) {
    said = pieces
    times += 1
    if (isOfLife) onSpeaking()
    const breath = isOfLife ? setInterval(onSpeaking, 1_000) : undefined
    isSpeaking = true
    const heard = await speaker.say(pieces)
    clearInterval(breath)
    if (heard !== 'stopped') isSpeaking = false
    if (heard === 'unheard' && isOn) {
      isMute = true
      return onUnheard()
    }
    if (heard !== 'said' || !isOn) return
    const next = waiting.shift()
    if (next !== undefined) await utter(next)
  }

  function settled() {
    if (!isOn) return
    if (hasTurned()) {
      heading = root.querySelector('main h1')
      waiting.length = 0
      noteLive()
      void readFrom(firstOfFace())
      return
    }
    for (const region of regions()) {
      const text = textOf(region)
      if (text === (live.get(region) ?? '')) continue
      live.set(region, text)
      if (text === '') continue
      announce(region)
    }
  }

  /** What the page itself announces: at once when it is urgent, else after what is being said. */
  function announce(region: Element) {
    const pieces = piecesOf(region)
    if (region.querySelector('.idle-warning') !== null)
      return void utter([...pieces, piece(words.stayByKey)], false)
    if (region.getAttribute('role') === 'alert') return void utter(pieces)
    if (isSpeaking) return void waiting.push(pieces)
    void utter(pieces)
  }

  function onFocus(event: FocusEvent) {
    if (isMoving || !(event.target instanceof HTMLElement)) return
    const stops = outlineOf(root)
    const index = stops.findIndex(({ element }) => element === event.target)
    const stop = stops[index]
    if (stop === undefined || stop.kind === 'text') return
    current = stop.element
    lastIndex = index
    void utter(spokenOf(stop))
  }

  function hasTurned(): boolean {
    return root.querySelector('main h1') !== heading
  }

  function firstOfFace(): number {
    const stops = outlineOf(root)
    const title = root.querySelector('main h1')
    const at = stops.findIndex(({ element }) => element === title || element.closest('main') !== null)
    return Math.max(0, at)
  }

  function indexIn(stops: readonly Stop[]): number {
    const focused = document.activeElement
    const at = stops.findIndex(({ element }) => element === current && current.isConnected)
    if (at !== -1) return at
    const byFocus = stops.findIndex(({ element }) => element === focused)
    return byFocus === -1 ? Math.min(lastIndex, stops.length - 1) : byFocus
  }

  function focus({ element }: Stop, index: number) {
    unmark()
    current = element
    lastIndex = index
    isMoving = true
    if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1
    element.focus()
    element.scrollIntoView({ block: 'nearest' })
    element.setAttribute('data-read', '')
    isMoving = false
  }

  function unmark() {
    for (const marked of root.querySelectorAll('[data-read]')) marked.removeAttribute('data-read')
  }

  function regions(): readonly Element[] {
    return [...root.querySelectorAll(LIVE)]
  }

  function noteLive() {
    live.clear()
    for (const region of regions()) live.set(region, textOf(region))
  }

  return { start, stop, move, choose, repeat, utter }
}

function spokenOf(stop: Stop): readonly Piece[] {
  if (stop.kind === 'text') return stop.pieces
  const place = stop.place === null ? [] : [piece(words.place(stop.place.at, stop.place.of))]
  return [...stop.pieces, ...stateOf(stop.element), ...place]
}

/** What the eye would see of a control, in words. */
function stateOf(element: HTMLElement): readonly Piece[] {
  if (element.matches(':disabled')) return [piece(words.unavailable)]
  const pressed = element.getAttribute('aria-pressed')
  if (pressed !== null) {
    const isLanguage = element.hasAttribute('lang')
    if (isLanguage) return [piece(pressed === 'true' ? words.chosen : words.notChosen)]
    return [piece(pressed === 'true' ? words.on : words.off)]
  }
  if (element instanceof HTMLInputElement && element.type === 'radio') {
    return [piece(element.checked ? words.chosen : words.notChosen)]
  }
  return [piece(words.button)]
}

function textOf(element: Element): string {
  return piecesOf(element)
    .map(({ text }) => text)
    .join(' ')
}

function piece(of: Bilingual): Piece {
  const lang = pageLanguage()
  return { text: say(of, lang), lang }
}

function named(group: string, { element }: Stop): Piece {
  const lang = element.parentElement?.closest('[lang]')?.getAttribute('lang')
  return { text: `${group}.`, lang: LANGUAGES.find((each) => each === lang) ?? pageLanguage() }
}

function pageLanguage(): Language {
  return LANGUAGES.find((language) => language === document.documentElement.lang) ?? 'bg'
}
