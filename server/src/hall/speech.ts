import { spawn } from 'node:child_process'
import type { Language } from '#shared/languages.ts'

/** A sentence for somebody's headphones. It may say a ticket's number: it is kept in memory alone, and in no log. */
export type Sentence = { readonly text: string; readonly language: Language }

export type Sound =
  | { readonly kind: 'sound'; readonly wav: Buffer }
  /** `none`: there is no voice on this machine; `busy`: too much is asked at once; `failed`: it did not manage this. */
  | { readonly kind: 'none' | 'busy' | 'failed' }

export type Speech = {
  readonly say: (sentence: Sentence) => Promise<Sound>
  readonly close: () => void
}

type Limits = {
  /** Sounds that are remembered, bytes: the same headings and buttons are said all day. */
  readonly kept: number
  /** How many programs run at a time, and how many sentences wait for one. */
  readonly atOnce: number
  readonly waiting: number
  readonly timeoutMs: number
  /** A program that was not there is looked for again after so long. */
  readonly missingForMs: number
}

const LIMITS: Limits = { kept: 24e6, atOnce: 2, waiting: 12, timeoutMs: 5_000, missingForMs: 60_000 }

/** Which of its voices speaks a language. */
const VOICES: { readonly [L in Language]: string } = { bg: 'bg', en: 'en-gb', de: 'de' }

/** Words a minute: a little slower than the program's own, for ears that hear it for the first time. */
const RATE = 155

/**
 * A voice for the kiosks, made by espeak-ng as a program of its own.
 * @param program its name or path; it gets the text on its standard input, where no list of processes shows it.
 */
export function openSpeech({
  program,
  limits = {},
}: {
  readonly program: string | null
  readonly limits?: Partial<Limits>
}): Speech {
  const { kept, atOnce, waiting, timeoutMs, missingForMs } = { ...LIMITS, ...limits }
  const sounds = new Map<string, Buffer>()
  const underWay = new Map<string, Promise<Sound>>()
  const queue: (() => void)[] = []
  const running = new Set<ReturnType<typeof spawn>>()
  let size = 0
  let busy = 0
  let missingUntil = 0

  async function say(sentence: Sentence): Promise<Sound> {
    if (program === null || performance.now() < missingUntil) return { kind: 'none' }
    const key = `${sentence.language} ${sentence.text}`
    const known = sounds.get(key)
    if (known !== undefined) {
      sounds.delete(key) // the newest used stand last
      sounds.set(key, known)
      return { kind: 'sound', wav: known }
    }
    const asked = underWay.get(key)
    if (asked !== undefined) return asked
    const made = inTurn(program, sentence)
    underWay.set(key, made)
    const sound = await made
    underWay.delete(key)
    if (sound.kind === 'sound') keep(key, sound.wav)
    if (sound.kind === 'none') missingUntil = performance.now() + missingForMs
    return sound
  }

  async function inTurn(voice: string, sentence: Sentence): Promise<Sound> {
    if (busy >= atOnce) {
      if (queue.length >= waiting) return { kind: 'busy' }
      await new Promise<void>((resolve) => queue.push(resolve))
    }
    busy += 1
    try {
      return await render(voice, sentence)
    } finally {
      busy -= 1
      queue.shift()?.()
    }
  }

  function render(voice: string, { text, language }: Sentence): Promise<Sound> {
    return new Promise((resolve) => {
      const parts: Buffer[] = []
      const child = spawn(
        voice,
        ['-v', VOICES[language], '-s', String(RATE), '-b', '1', '--stdin', '--stdout'],
        {
          stdio: ['pipe', 'pipe', 'ignore'],
          timeout: timeoutMs,
          killSignal: 'SIGKILL',
        },
      )
      running.add(child)
      child.stdout.on('data', (part: Buffer) => parts.push(part))
      child.stdin.on('error', () => {}) // it has gone: `close` tells
      child.on('error', () => resolve({ kind: 'none' }))
      child.on('close', (code) => {
        running.delete(child)
        const wav = code === 0 ? withSizes(Buffer.concat(parts)) : null
        resolve(wav === null ? { kind: 'failed' } : { kind: 'sound', wav })
      })
      child.stdin.end(text)
    })
  }

  function keep(key: string, wav: Buffer) {
    sounds.set(key, wav)
    size += wav.length
    for (const [oldest, sound] of sounds) {
      if (size <= kept) return
      sounds.delete(oldest)
      size -= sound.length
    }
  }

  return {
    say,
    close() {
      for (const child of running) child.kill('SIGKILL')
    },
  }
}

const HEADER = 44

/** A program that writes into a pipe does not know how long its sound will be: the sizes are put right afterwards. */
function withSizes(wav: Buffer): Buffer | null {
  if (wav.length <= HEADER || wav.toString('latin1', 0, 4) !== 'RIFF') return null
  wav.writeUInt32LE(wav.length - 8, 4)
  wav.writeUInt32LE(wav.length - HEADER, HEADER - 4)
  return wav
}
