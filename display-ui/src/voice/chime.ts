/** Two calm tones, a falling third, made here: nothing to fetch, nothing to license. Hertz. */
const TONES = [659.26, 523.25]
const APART_S = 0.36
const RING_S = 1.1
const LOUDNESS = 0.35
/** From the start of the chime to the first word, milliseconds: the last tone rings out beneath it. */
export const CHIME_MS = 1_100

/** Sounds the hall's chime once, into `output`. */
export function strikeChime(context: AudioContext, output: AudioNode): void {
  TONES.forEach((hertz, index) => strike(context, output, hertz, context.currentTime + index * APART_S))
}

/** One tone like a struck bar: the fundamental and a faint octave, both dying away. @param at seconds of the context. */
function strike(context: AudioContext, output: AudioNode, hertz: number, at: number) {
  const gain = context.createGain()
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.012)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + RING_S)
  gain.connect(output)
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
