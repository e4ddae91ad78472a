import type { Voice } from '#shared/voice.ts'

/** Decoded sound takes a hundred times the room of a clip: so many are kept, which is a few sentences. */
const MOST_DECODED = 40
/** How soon the list of clips is asked for again when it did not come, milliseconds. */
const AGAIN_MS = 3_000

/**
 * The clips of the voice: fetched once, kept as they came (some kilobytes each), decoded when they are needed.
 * @param decode what came, as sound
 */
export function createClipStore({
  office,
  decode,
}: {
  readonly office: string
  readonly decode: (bytes: ArrayBuffer) => Promise<AudioBuffer>
}) {
  const fetched = new Map<string, Promise<ArrayBuffer | null>>()
  const decoded = new Map<string, AudioBuffer>()
  let voice: Voice = { languages: {} }
  let isStocked = false
  void loadVoice()

  async function loadVoice(): Promise<void> {
    const found = await fetchOne('index.json')
    if (found === null) return void setTimeout(() => void loadVoice(), AGAIN_MS)
    voice = (await found.json()) as Voice // the server writes it from this type
    if (isStocked) stock()
    return undefined
  }

  /** What every call needs; the numbers, and of ninety-nine windows the few there are, come when somebody is called. */
  function stock() {
    isStocked = true
    for (const [language, { clips }] of Object.entries(voice.languages)) {
      for (const name of clips) {
        if (!/^(number|thousands|window)\//.test(name)) void bytesOf(language, name)
      }
    }
  }

  async function fetchOne(path: string): Promise<Response | null> {
    try {
      const response = await fetch(`/voice/${office}/${path}`)
      return response.ok ? response : null
    } catch {
      return null // the line is down; it is asked for again when it is needed
    }
  }

  function bytesOf(language: string, name: string): Promise<ArrayBuffer | null> {
    const key = `${language}/${name}`
    const known = fetched.get(key)
    if (known !== undefined) return known
    const coming = fetchOne(key.split('/').map(encodeURIComponent).join('/')).then(
      async (response) => (await response?.arrayBuffer()) ?? null,
    )
    fetched.set(key, coming)
    void coming.then((bytes) => {
      if (bytes === null) fetched.delete(key)
    })
    return coming
  }

  return {
    voice: (): Voice => voice,
    /** Has what every call needs fetched before one comes; a board that must be silent needs none of it. */
    stock,
    /** @returns the clip as sound; null where it could not be had. */
    async sound(language: string, name: string): Promise<AudioBuffer | null> {
      const key = `${language}/${name}`
      const known = decoded.get(key)
      if (known !== undefined) {
        decoded.delete(key)
        decoded.set(key, known) // it was used last, and goes last
        return known
      }
      const bytes = await bytesOf(language, name)
      if (bytes === null) return null
      const sound = await decode(bytes.slice(0)) // decoding takes its bytes away
      decoded.set(key, sound)
      const [oldest] = decoded.keys()
      if (decoded.size > MOST_DECODED && oldest !== undefined) decoded.delete(oldest)
      return sound
    },
  }
}
