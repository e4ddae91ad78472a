import type { Language } from '#shared/languages.ts'
import type { SpeechOrder } from '#shared/speech.ts'
import type { Piece } from './outline.ts'
import { sentences } from './sentences.ts'

/** How loud, from the softest; the same steps for every person, beginning in the middle. */
export const VOLUMES = [0.15, 0.3, 0.5, 0.75, 1] as const

/** `unheard`: neither the server nor this browser has a voice. `stopped`: something else was said instead. */
export type Heard = 'said' | 'stopped' | 'unheard'

export type Speaker = ReturnType<typeof createSpeaker>

/** One mouth: what is said next silences what is being said. */
export function createSpeaker({ office, token }: { readonly office: string; readonly token: string }) {
  const context = new AudioContext()
  const gain = context.createGain()
  gain.connect(context.destination)
  let utterance = 0
  let hush = () => {}
  let loudness = 1

  async function say(pieces: readonly Piece[]): Promise<Heard> {
    silence()
    const mine = utterance
    if (context.state === 'suspended') await context.resume()
    for (const sentence of sentences(pieces)) {
      const sound = (await fetchSound(sentence)) ?? (mine === utterance ? await fetchSound(sentence) : null)
      if (mine !== utterance) return 'stopped'
      const isSaid = sound === null ? await sayInBrowser(sentence) : await play(sound)
      if (mine !== utterance) return 'stopped'
      if (!isSaid) return 'unheard'
    }
    return 'said'
  }

  /** The server's voice, asked twice: a busy moment is no silence. The same on every kiosk. @returns null when it has none. */
  async function fetchSound(sentence: SpeechOrder): Promise<AudioBuffer | null> {
    try {
      const answer = await fetch(`/api/offices/${office}/speech`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(sentence),
        signal: AbortSignal.timeout(6_000),
      })
      if (!answer.ok) return null
      return await context.decodeAudioData(await answer.arrayBuffer())
    } catch {
      return null // no line, or no sound in it: the browser's own voice is asked
    }
  }

  function play(sound: AudioBuffer): Promise<boolean> {
    return new Promise((resolve) => {
      const source = context.createBufferSource()
      source.buffer = sound
      source.connect(gain)
      source.addEventListener('ended', () => resolve(true))
      hush = () => source.stop()
      source.start()
    })
  }

  /** @returns whether this browser has a voice for the language, and it has spoken. */
  function sayInBrowser({ text, language }: SpeechOrder): Promise<boolean> {
    const voice = browserVoice(language)
    if (voice === null) return Promise.resolve(false)
    return new Promise((resolve) => {
      const spoken = new SpeechSynthesisUtterance(text)
      spoken.voice = voice
      spoken.lang = voice.lang
      spoken.volume = loudness
      spoken.addEventListener('end', () => resolve(true))
      spoken.addEventListener('error', () => resolve(false))
      hush = () => speechSynthesis.cancel()
      speechSynthesis.speak(spoken)
    })
  }

  function silence() {
    utterance += 1
    hush()
    hush = () => {}
  }

  return {
    say,
    silence,
    /** @param level from 1 to the number of VOLUMES. */
    setVolume(level: number) {
      loudness = VOLUMES[level - 1] ?? 1
      gain.gain.value = loudness
    },
  }
}

function browserVoice(language: Language): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in globalThis)) return null
  return speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language)) ?? null
}
