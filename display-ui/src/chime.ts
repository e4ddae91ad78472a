/** Two calm tones, a falling third, made here: nothing to fetch, nothing to license. Hertz. */
const TONES = [659.26, 523.25]
const APART_S = 0.42
const RING_S = 1.1
const LOUDNESS = 0.35
/** From the start of one chime to the start of what comes after it, milliseconds. */
const WHOLE_MS = 1_600

export type Chime = ReturnType<typeof createChime>

/**
 * The hall's chime. Browsers keep a page silent until someone has touched it (or the kiosk browser is started with
 * `--autoplay-policy=no-user-gesture-required`): until then a chime is counted, takes its time, and sounds nothing.
 */
export function createChime() {
  const context = new AudioContext()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const wake = () => {
    context.resume().catch(tell)
  }
  let count = 0

  context.addEventListener('statechange', tell)
  // A display is sometimes woken by someone who touches anything; the sound wakes with it.
  document.addEventListener('pointerdown', wake)
  document.addEventListener('keydown', wake)

  return {
    /** Sounds once, and is over when the next may begin. */
    async play(): Promise<void> {
      count += 1
      document.documentElement.dataset['chimes'] = String(count)
      if (context.state === 'running')
        TONES.forEach((hertz, index) => strike(context, hertz, context.currentTime + index * APART_S))
      await new Promise((resolve) => setTimeout(resolve, WHOLE_MS))
    },
    isSilent: () => context.state !== 'running',
    wake,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** One tone like a struck bar: the fundamental and a faint octave, both dying away. @param at seconds of the context. */
function strike(context: AudioContext, hertz: number, at: number) {
  const gain = context.createGain()
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.012)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + RING_S)
  gain.connect(context.destination)
  const partials = [
    { times: 1, share: 1 },
    { times: 2, share: 0.18 },
  ]
  for (const { times, share } of partials) {
    const level = context.createGain()
    level.gain.value = share
    level.connect(gain)
    const tone = context.createOscillator()
    tone.frequency.value = hertz * times
    tone.connect(level)
    tone.start(at)
    tone.stop(at + RING_S)
    // The nodes of a tone that has ended are let go: the board rings for days.
    tone.addEventListener('ended', () => {
      level.disconnect()
      if (times === 1) gain.disconnect()
    })
  }
}
