import { existsSync, openSync, closeSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { SpokenLanguage, Voice } from '#shared/voice.ts'

/** A piece of sound, and by what a browser knows whether it has it already. */
export type ClipFile = { readonly bytes: Buffer; readonly type: string; readonly etag: string }

/**
 * What the hall speaks with: the clips that come with the program, and those that people have recorded, which go
 * first, clip by clip. A recording of `letter/Г` in Bulgarian is the file `bg/letter-Г.mp3` of their folder.
 */
export type Clips = {
  readonly voice: () => Voice
  /** @returns null: there is no such clip. */
  readonly clip: (language: string, name: string) => ClipFile | null
  readonly close: () => void
}

const TYPES: Readonly<Record<string, string>> = {
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.webm': 'audio/webm',
  '.wav': 'audio/wav',
  '.m4a': 'audio/mp4',
}

/** As `scripts/voice.ts` writes it: where in the pack each clip lies. */
type Index = Pick<SpokenLanguage, 'sentences' | 'joined'> & {
  readonly clips: Readonly<
    Record<string, { readonly from: number; readonly bytes: number; readonly sha256: string }>
  >
}
type Pack = { readonly index: Index; readonly file: number }

/**
 * @param folder of the clips that come with the program, a folder a language
 * @param recordings the same of people's own; null: there are none
 */
export function openClips({
  folder,
  recordings,
}: {
  readonly folder: string
  readonly recordings: string | null
}): Clips {
  const packs = new Map<string, Pack>(
    languagesIn(folder).map((language) => [
      language,
      {
        index: JSON.parse(readFileSync(join(folder, language, 'clips.json'), 'utf8')) as Index, // written by the script
        file: openSync(join(folder, language, 'clips.pack'), 'r'),
      },
    ]),
  )

  /** Looked for anew each time: a recording that is laid down is heard from the next call on. */
  function recorded(language: string): ReadonlyMap<string, string> {
    const own = recordings === null ? null : join(recordings, language)
    if (own === null || !existsSync(own)) return new Map()
    return new Map(
      readdirSync(own)
        .filter((file) => extname(file).toLowerCase() in TYPES)
        // Some systems write „й“ as two characters.
        .map((file) => [file.normalize('NFC').slice(0, -extname(file).length), join(own, file)]),
    )
  }

  return {
    voice: () => ({
      languages: Object.fromEntries(
        [...packs].map(
          ([
            language,
            {
              index: { sentences, joined, clips },
            },
          ]) => [language, { sentences, joined, clips: Object.keys(clips) }],
        ),
      ),
    }),
    clip(language, name) {
      const pack = packs.get(language)
      if (pack === undefined) return null
      const clip = Object.hasOwn(pack.index.clips, name) ? pack.index.clips[name] : undefined
      if (clip === undefined) return null
      const own = recorded(language).get(name.replaceAll('/', '-'))
      if (own !== undefined) return recording(own)
      const bytes = Buffer.alloc(clip.bytes)
      readSync(pack.file, bytes, 0, clip.bytes, clip.from)
      return { bytes, type: 'audio/ogg', etag: `"${clip.sha256}"` }
    },
    close() {
      for (const { file } of packs.values()) closeSync(file)
      packs.clear()
    },
  }
}

function languagesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'clips.json')))
}

function recording(path: string): ClipFile {
  const { mtimeMs, size } = statSync(path)
  const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'
  return { bytes: readFileSync(path), type, etag: `"${Math.round(mtimeMs)}-${size}"` }
}
