import type { Page } from './screens.ts'

/** A sound as a board lays it down: which, and from when until when, milliseconds since the epoch. */
export type Sounded = { readonly clip: string; readonly from: number; readonly until: number }

declare global {
  // A function of the test, which the page finds there.
  var sounded: (heard: Sounded) => void
}

/**
 * Writes down what a board sounds, clip by clip, at the last place before the loudspeaker. To be called before the page
 * is opened; what was written down stays when the board is killed.
 */
export async function recordSound(page: Page, write: (heard: Sounded) => void): Promise<void> {
  await page.exposeFunction('sounded', write)
  await page.addInitScript(() => {
    const names = new WeakMap<object, string>()
    const carry = <T extends object>(from: object, to: T): T => {
      const name = names.get(from)
      if (name !== undefined) names.set(to, name)
      return to
    }
    const { arrayBuffer } = Response.prototype
    Response.prototype.arrayBuffer = async function (this: Response) {
      const bytes = await arrayBuffer.call(this)
      names.set(bytes, decodeURIComponent(new URL(this.url).pathname.split('/').slice(3).join('/')))
      return bytes
    }
    const { slice } = ArrayBuffer.prototype
    Object.assign(ArrayBuffer.prototype, {
      slice(this: ArrayBuffer, ...where: [number?, number?]) {
        return carry(this, slice.apply(this, where))
      },
    })
    const { decodeAudioData } = AudioContext.prototype
    AudioContext.prototype.decodeAudioData = async function (this: AudioContext, bytes: ArrayBuffer) {
      const named = carry(bytes, {}) // the bytes are taken away
      return carry(named, await decodeAudioData.call(this, bytes))
    }
    const later = (context: BaseAudioContext, at: number) => Date.now() + (at - context.currentTime) * 1_000
    const { start } = AudioBufferSourceNode.prototype
    AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, at = 0) {
      const from = later(this.context, at)
      const { buffer } = this
      if (buffer !== null)
        sounded({ clip: names.get(buffer) ?? '?', from, until: from + buffer.duration * 1_000 })
      start.call(this, at)
    }
    // The first partial of the first of the chime's two tones.
    const strike = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (this: OscillatorNode, at = 0) {
      const from = later(this.context, at)
      if (Math.round(this.frequency.value) === 659) sounded({ clip: 'chime', from, until: from })
      strike.call(this, at)
    }
  })
}
