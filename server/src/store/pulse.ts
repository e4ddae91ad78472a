import type { News } from './database.ts'

/** Whether the database is reached, and who else is told. */
export type Line = {
  /** False: what others write is not heard of, and nothing can be written. */
  readonly isUp: () => boolean
  readonly onChange: (listener: (isUp: boolean) => void) => () => void
}

/** A line that is always up: the database is in this program. */
export const ALWAYS_UP: Line = { isUp: () => true, onChange: () => () => {} }

export type Pulse = Line & {
  /** @returns whether the program was heard of within the time of silence. */
  readonly isAlive: (name: string) => boolean
  /** What was heard on the channel. */
  readonly hear: (text: string) => void
  /** The listening line has broken, and said so: there is a new one before anybody misses it. */
  readonly mend: () => void
  /** The channel is being listened to, from now on: what was told before was missed. */
  readonly listening: () => void
  readonly stop: () => void
}

type Parts = {
  /** This program's own name. */
  readonly me: string
  /** Says something on the channel, and resolves when the database has taken it. */
  readonly say: (text: string) => Promise<void>
  /** Listens to the channel over a line of its own, a new one where there was one. */
  readonly listenAnew: () => Promise<void>
  readonly told: (news: News) => void
  readonly onFault: (error: unknown) => void
}

const BEAT_MS = 500
/**
 * No word from the database, or no echo of one's own on the channel, for so long: the line is down. With a beat more it is
 * within three seconds, after which no screen may show as live what is old.
 */
const SILENCE_MS = 2_300

/**
 * The pulse of a line: twice at least within the time in which a screen would notice, this program says something on the
 * channel that all listen to, and hears itself. So a database that is gone, a listening line that broke without a word, and
 * a program that was stopped for a while and goes on are all found the same way; what was missed is read again.
 */
export function openPulse({ me, say, listenAnew, told, onFault }: Parts): Pulse {
  const listeners = new Set<(isUp: boolean) => void>()
  let isUp = true
  let heardAt = performance.now()
  let isBeating = false
  let isMending = false
  const others = new Map<string, number>()
  const timer = setInterval(() => void beat(), BEAT_MS)

  async function beat() {
    if (isBeating) return look()
    isBeating = true
    try {
      await say(JSON.stringify({ from: me, beat: true }))
    } catch (error) {
      if (isUp) onFault(error)
    } finally {
      isBeating = false
    }
    look()
  }

  function look() {
    if (performance.now() - heardAt <= SILENCE_MS) return
    become(false)
    mend()
  }

  function mend() {
    if (isMending) return
    isMending = true
    listenAnew()
      .catch(() => null) // the next beat tries again
      .finally(() => {
        isMending = false
      })
  }

  function become(next: boolean) {
    if (isUp === next) return
    isUp = next
    for (const listener of listeners) listener(isUp)
  }

  return {
    isAlive: (name) => performance.now() - (others.get(name) ?? -Infinity) <= SILENCE_MS,
    isUp: () => isUp && performance.now() - heardAt <= SILENCE_MS,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hear(text) {
      const said = JSON.parse(text) as { from: string; beat?: true; news?: News } // said by a program like this
      if (said.news !== undefined && said.from !== me) told(said.news)
      others.set(said.from, performance.now())
      if (said.from !== me) return
      const wasSilent = performance.now() - heardAt > SILENCE_MS
      heardAt = performance.now()
      if (wasSilent || !isUp) told({ of: 'all' }) // what was told meanwhile may have been missed
      become(true)
    },
    mend,
    listening() {
      told({ of: 'all' })
    },
    stop() {
      clearInterval(timer)
    },
  }
}

/** Words for the channel. */
export function worded(me: string, news: News): string {
  return JSON.stringify({ from: me, news })
}
