import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { readOffices } from '#server/config.ts'
import { LETTERS } from '#shared/labels.ts'
import type { Clip, ClipIndex, Words } from '../shared/voice/words.ts'

/**
 * `npm run voice`: makes the clips with which the hall speaks, from each language's words, with espeak-ng and opusenc
 * (Debian: espeak-ng, opus-tools). Only whoever changes words needs them: the clips are in the repository.
 * With the same words and the same programs the bytes are the same; `--check` needs no programs and tells whether the
 * clips are those of the words.
 */

const ROOT = resolve(import.meta.dirname, '..')
const VOICE = join(ROOT, 'shared/voice')
const MOST_WINDOWS = 99
const MOST_THOUSANDS = 20
/** Up to here a number is one clip; beyond, it is put together of its hundreds and the rest. */
const MOST_WHOLE = 299
/** Samples quieter than this, of 32 767, are silence. */
const SILENCE = 300
/** What is left of the silence before and after the words, milliseconds. */
const BEFORE_MS = 8
const AFTER_MS = 30

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
for (const language of languages()) {
  const words = await wordsOf(language)
  if (values.check) check(language, words)
  else render(language, words)
}

function languages(): readonly string[] {
  return readdirSync(VOICE).filter((name) => existsSync(join(VOICE, name, 'words.ts')))
}

async function wordsOf(language: string): Promise<Words> {
  const module: { words: Words } = await import(pathToFileURL(join(VOICE, language, 'words.ts')).href)
  return module.words
}

/** Every clip of a language, by name: what it says. */
function textsOf(language: string, words: Words): ReadonlyMap<string, string> {
  const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1)
  return new Map([
    ...Object.entries(words.phrases),
    ...LETTERS.map((letter) => [`letter/${letter}`, words.letters[letter]] as const),
    // The comma: the sentence goes on after the number.
    ...upTo(999)
      .filter((number) => number <= MOST_WHOLE || number % 100 === 0)
      .map((number) => [`number/${number}`, `${words.number(number)},`] as const),
    ...upTo(MOST_THOUSANDS).map((count) => [`thousands/${count}`, words.number(count * 1_000)] as const),
    ...upTo(MOST_WINDOWS).map(
      (window) => [`window/${window}`, words.toWindow(words.number(window))] as const,
    ),
    ...ownNames(language, words),
  ])
}

/**
 * Windows with names of their own, and rooms that are more than a number, as the offices' files have them. A window
 * that has no name in the language gets no clip for it: it is called by its number.
 */
function ownNames(language: string, words: Words): readonly (readonly [string, string])[] {
  const offices = readOffices(join(ROOT, 'server/config'))
  return offices.flatMap(({ windows, receptionDays }) => [
    ...windows.flatMap(({ name }) => {
      const names: Readonly<Record<string, string | undefined>> = name ?? {}
      const own = names[language]
      return name === null || own === undefined ? [] : [[`window/${name.bg}`, words.toWindow(own)] as const]
    }),
    ...receptionDays.officials.flatMap(({ room }) =>
      /^\d{1,3}$/.test(room) ? [] : [[`room/${room}`, words.toRoom(room)] as const],
    ),
  ])
}

function render(language: string, words: Words) {
  const clips: Record<string, Clip> = {}
  const pieces: Buffer[] = []
  let from = 0
  for (const [name, text] of textsOf(language, words)) {
    const piece = encoded(trimmed(spoken(text, words)))
    clips[name] = { text, from, bytes: piece.length, sha256: sha256(piece) }
    pieces.push(piece)
    from += piece.length
  }
  writeFileSync(join(VOICE, language, 'clips.pack'), Buffer.concat(pieces))
  writeFileSync(join(VOICE, language, 'clips.json'), written(indexOf(words, clips)))
  console.log(`${language}: ${pieces.length} clips, ${(from / 1_024).toFixed(0)} kB`)
}

function indexOf({ sentences, isJoined }: Words, clips: ClipIndex['clips']): ClipIndex {
  const joined = Array.from({ length: 999 }, (_, index) => index + 1).filter(isJoined)
  return { sentences, joined, clips }
}

/** One clip a line, so that a change of words can be read in the history. */
function written({ sentences, joined, clips }: ClipIndex): string {
  const lines = Object.entries(clips).map(
    ([name, clip]) => `    ${JSON.stringify(name)}: ${JSON.stringify(clip)}`,
  )
  return `{\n  "sentences": ${JSON.stringify(sentences)},\n  "joined": ${JSON.stringify(joined)},\n  "clips": {\n${lines.join(',\n')}\n  }\n}\n`
}

/** @throws with a process that ends badly, when a clip is not what the words say. */
function check(language: string, words: Words) {
  const index = JSON.parse(readFileSync(join(VOICE, language, 'clips.json'), 'utf8')) as ClipIndex // written above
  const pack = readFileSync(join(VOICE, language, 'clips.pack'))
  const texts = textsOf(language, words)
  const wrong = [
    ...[...texts].flatMap(([name, text]) => (index.clips[name]?.text === text ? [] : [`${name}: „${text}“`])),
    ...Object.entries(index.clips).flatMap(([name, { from, bytes, sha256: known }]) =>
      texts.has(name) && sha256(pack.subarray(from, from + bytes)) === known ? [] : [name],
    ),
  ]
  console.log(
    `${language}: ${texts.size} clips, ${wrong.length === 0 ? 'all as the words say' : 'not as the words say:'}`,
  )
  for (const name of wrong.slice(0, 20)) console.log(`  ${name}`)
  if (wrong.length > 0) process.exitCode = 1
}

type Sound = { readonly rate: number; readonly samples: Int16Array }

function spoken(text: string, { synthesiser: { voice, speed, pitch } }: Words): Sound {
  const wav = execFileSync('espeak-ng', [
    '-v',
    voice,
    '-s',
    String(speed),
    '-p',
    String(pitch),
    '--stdout',
    text,
  ])
  const data = wav.indexOf('data') + 8
  const length = Math.floor((wav.length - data) / 2)
  const samples = new Int16Array(length)
  for (let at = 0; at < length; at += 1) samples[at] = wav.readInt16LE(data + 2 * at)
  return { rate: wav.readUInt32LE(24), samples }
}

/** The synthesiser's own pauses go: those of the sentence are made when it is put together. */
function trimmed({ rate, samples }: Sound): Sound {
  const isLoud = (sample: number) => Math.abs(sample) > SILENCE
  const first = samples.findIndex(isLoud)
  const last = samples.findLastIndex(isLoud)
  const from = Math.max(0, first - Math.round((BEFORE_MS / 1_000) * rate))
  return { rate, samples: samples.subarray(from, last + Math.round((AFTER_MS / 1_000) * rate)) }
}

/** Opus, mono, 12 kbit/s: speech. No comments, no padding, a fixed serial number: the same bytes each time. */
function encoded({ rate, samples }: Sound): Buffer {
  const options = [
    '--quiet',
    '--raw',
    '--raw-rate',
    String(rate),
    '--raw-chan',
    '1',
    '--speech',
    '--bitrate',
    '12',
  ]
  const plain = [
    '--framesize',
    '60',
    '--serial',
    '1',
    '--padding',
    '0',
    '--discard-comments',
    '--discard-pictures',
  ]
  const input = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
  const { status, stdout, stderr } = spawnSync('opusenc', [...options, ...plain, '-', '-'], { input })
  if (status !== 0) throw new Error(`opusenc: ${stderr.toString()}`)
  return stdout
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}
