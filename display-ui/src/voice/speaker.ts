import type { Speaker } from './announcer.ts'
import { CHIME_MS, strikeChime } from './chime.ts'
import { createClipStore } from './clip-store.ts'
import { sentencesOf, type Sentence } from './sentence.ts'

/** Between one clip and the next, and between one language and the other, seconds. */
const GAP_S = 0.07
const BETWEEN_LANGUAGES_S = 0.45

/**
 * What can be heard in the hall. Browsers keep a page silent until someone has touched it (or the kiosk browser is
 * started with `--autoplay-policy=no-user-gesture-required`): until then a call takes its turn, and is told as unheard.
 */
export function createSpeaker({ office }: { readonly office: string }) {
  const context = new AudioContext()
  const output = context.createGain()
  output.connect(context.destination)
  const clips = createClipStore({ office, decode: (bytes) => context.decodeAudioData(bytes) })
  const listeners = new Set<() => void>()
  const playing = new Set<AudioBufferSourceNode>()
  let chimes = 0
  let isTalking = false
  let isStopped = false
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const wake = () => {
    context.resume().catch(tell)
  }

  context.addEventListener('statechange', () => {
    if (context.state === 'running') clips.stock()
    tell()
  })
  // A display is sometimes woken by someone who touches anything; the sound wakes with it.
  document.addEventListener('pointerdown', wake)
  document.addEventListener('keydown', wake)

  function talk(is: boolean) {
    isTalking = is
    tell()
  }

  /** @returns the sentence's sound, clip by clip; null when a clip could not be had. */
  async function soundsOf({ language, clips: names }: Sentence): Promise<readonly AudioBuffer[] | null> {
    const sounds = await Promise.all(names.map((name) => clips.sound(language, name)))
    return sounds.every((sound) => sound !== null) ? sounds : null
  }

  /** Lays the sounds one after another. @returns when the last one is over, or all were stopped. */
  function play(sounds: readonly AudioBuffer[]): Promise<void> {
    return new Promise((resolve) => {
      let at = context.currentTime + 0.02
      let left = sounds.length
      for (const sound of sounds) {
        const source = context.createBufferSource()
        source.buffer = sound
        source.connect(output)
        source.start(at)
        at += sound.duration + GAP_S
        playing.add(source)
        source.addEventListener('ended', () => {
          source.disconnect()
          playing.delete(source)
          left -= 1
          if (left === 0) resolve()
        })
      }
    })
  }

  const speaker: Speaker = {
    async chime(volume) {
      isStopped = false
      chimes += 1
      document.documentElement.dataset['chimes'] = String(chimes)
      output.gain.value = volume / 100
      talk(true)
      if (context.state === 'running') strikeChime(context, output)
      await pause(CHIME_MS)
      talk(false)
    },
    async say({ spoken }) {
      const sentences = sentencesOf(spoken, clips.voice())
      const languages: string[] = []
      talk(true)
      try {
        for (const sentence of sentences) {
          const sounds = context.state === 'running' ? await soundsOf(sentence) : null
          if (isStopped) return { how: 'cut-off', languages }
          if (sounds === null || sounds.length === 0 || context.state !== 'running') continue
          if (languages.length > 0) await pause(BETWEEN_LANGUAGES_S * 1_000)
          await play(sounds)
          // The stop may have come while it was playing.
          if (wasStopped()) return { how: 'cut-off', languages }
          languages.push(sentence.language)
        }
      } finally {
        talk(false)
      }
      return { how: languages.length === 0 ? 'unheard' : 'spoken', languages }
    },
    stop() {
      isStopped = true
      for (const source of playing) source.stop()
    },
  }

  /** Asked anew after each wait: the compiler takes it for the same as before. */
  function wasStopped(): boolean {
    return isStopped
  }

  return {
    ...speaker,
    isSilent: () => context.state !== 'running',
    /** Whether something is being said: what else sounds here makes room. */
    isTalking: () => isTalking,
    wake,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
