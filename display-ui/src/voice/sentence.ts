import type { SpokenLanguage, Voice } from '#shared/voice.ts'

/** Whom the voice calls, and where to. */
export type Spoken =
  | {
      readonly kind: 'window'
      /** „Г 014“ */
      readonly label: string
      readonly window: number
      /** The window's own name in Bulgarian, e.g. „Жалби“; null: it goes by its number. */
      readonly name: string | null
      readonly isLast: boolean
      readonly language: string
    }
  /** To an official's door: the appointment's number „ПД-0147“ and the room. */
  | { readonly kind: 'door'; readonly number: string; readonly room: string }

/** One sentence: its language, and the names of its clips in order. */
export type Sentence = { readonly language: string; readonly clips: readonly string[] }

/**
 * What is said of a call: in Bulgarian, and then in the ticket's language where the hall speaks it.
 * @returns sentences; none when the voice has not even Bulgarian.
 */
export function sentencesOf(spoken: Spoken, voice: Voice): readonly Sentence[] {
  const second = spoken.kind === 'window' ? spoken.language : 'bg'
  return [...new Set(['bg', second])].flatMap((language) => {
    const words = voice.languages[language]
    return words === undefined ? [] : [{ language, clips: sentenceOf(spoken, words) }]
  })
}

/** @returns the clips of one sentence; those that the language does not have are left out. */
export function sentenceOf(spoken: Spoken, words: SpokenLanguage): readonly string[] {
  const { call, lastCall, door } = words.sentences
  const has = new Set(words.clips)
  const [row, parts] =
    spoken.kind === 'door'
      ? ([door, doorParts(spoken)] as const)
      : ([spoken.isLast ? lastCall : call, windowParts(spoken)] as const)
  return row.flatMap((clip) => (clip in parts ? (parts[clip] ?? []) : [clip])).filter((clip) => has.has(clip))

  function windowParts({ label, window, name }: Extract<Spoken, { kind: 'window' }>): Parts {
    const [letter = '', digits = ''] = label.split(' ')
    const named = name === null ? null : `window/${name}`
    return {
      '{letter}': [`letter/${letter}`],
      '{number}': numberClips(Number(digits), words),
      '{place}': [named !== null && has.has(named) ? named : `window/${window}`],
    }
  }

  function doorParts({ number, room }: Extract<Spoken, { kind: 'door' }>): Parts {
    const named = `room/${room}`
    const isNumber = /^\d{1,3}$/.test(room)
    const byNumber = isNumber ? ['to-room', ...numberClips(Number(room), words)] : ['see-board']
    return {
      '{number}': numberClips(Number(number.replace(/\D/g, '')), words),
      '{place}': has.has(named) ? [named] : byNumber,
    }
  }
}

type Parts = Readonly<Record<string, readonly string[]>>

/**
 * A number as clips: one where there is one for it, else its thousands, its hundreds and the rest, with „and“ where the
 * language has it; one that is too large for that, figure by figure.
 * @param number whole, from 1
 */
export function numberClips(
  number: number,
  words: Pick<SpokenLanguage, 'clips' | 'joined'>,
): readonly string[] {
  const has = new Set(words.clips)
  const joined = new Set(words.joined)
  return whole(number) ?? Array.from(String(number), (digit) => `number/${digit}`)

  function whole(value: number): readonly string[] | null {
    const own = `number/${value}`
    if (has.has(own)) return [own]
    const unit = value >= 1_000 ? 1_000 : 100
    const head = Math.floor(value / unit)
    const round = unit === 1_000 ? `thousands/${head}` : `number/${head * 100}`
    if (!has.has(round)) return null
    const rest = value % unit
    if (rest === 0) return [round]
    const tail = whole(rest)
    return tail === null ? null : [round, ...(joined.has(rest) ? ['and'] : []), ...tail]
  }
}
