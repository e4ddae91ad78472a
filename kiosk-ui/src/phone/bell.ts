/** Two calm tones, a falling third, as the hall's own. Hertz. */
const TONES = [659.26, 523.25]
const APART_S = 0.4
const RING_S = 1

export type Bell = ReturnType<typeof createBell>

/** A phone's own sound: made here, nothing to fetch. Silent until it is woken by a touch, as browsers want it. */
export function createBell() {
  let context: AudioContext | null = null
  let count = 0

  return {
    /** To be called while the person touches the page. */
    wake() {
      context ??= new AudioContext()
      context.resume().catch(() => {}) // a phone that may not sound still shakes and shows
    },
    isAwake: () => context?.state === 'running',
    ring() {
      count += 1
      document.documentElement.dataset['rings'] = String(count)
      if (context === null || context.state !== 'running') return
      const { currentTime } = context
      for (const [index, hertz] of TONES.entries()) strike(context, hertz, currentTime + index * APART_S)
    },
  }
}

/** @param at seconds of the context. */
function strike(context: AudioContext, hertz: number, at: number) {
  const tone = context.createOscillator()
  const gain = context.createGain()
  tone.frequency.value = hertz
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(0.5, at + 0.012)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + RING_S)
  tone.connect(gain).connect(context.destination)
  tone.start(at)
  tone.stop(at + RING_S)
}
