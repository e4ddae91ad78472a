/**
 * What programs on the same database keep between them beside it: who does what only one may do, and what each says that the
 * others show too.
 */
export type Together = {
  /** This program's name among them. */
  readonly me: string
  /** @returns whether the program of that name was heard of within the last seconds. */
  readonly isAlive: (name: string) => boolean
  /**
   * Takes, or goes on holding, what only one may do, for so long by the database's clock. Who wants to keep it asks again in time;
   * whoever dies loses it by itself.
   * @returns whether it is theirs.
   */
  readonly hold: (what: string, who: string, forMs: number) => Promise<boolean>
  readonly letGo: (what: string, who: string) => Promise<void>
  /** Says something under a key, in place of what was said there before. */
  readonly post: (key: string, value: string) => Promise<void>
  /** @returns what is said under the keys that begin so. */
  readonly posted: (prefix: string) => Promise<Map<string, string>>
  /** Told the key under which another has said something; null: perhaps under any. */
  readonly onPosted: (listener: (key: string | null) => void) => () => void
}

/** One program alone on its database: all is its own, and nobody else says anything. */
export function alone(): Together {
  const said = new Map<string, string>()
  const holders = new Map<string, { readonly who: string; readonly until: number }>()
  return {
    me: 'alone',
    isAlive: (name) => name === 'alone',
    async hold(what, who, forMs) {
      const now = performance.now()
      const holder = holders.get(what)
      if (holder !== undefined && holder.who !== who && holder.until > now) return false
      holders.set(what, { who, until: now + forMs })
      return true
    },
    async letGo(what, who) {
      if (holders.get(what)?.who === who) holders.delete(what)
    },
    async post(key, value) {
      said.set(key, value)
    },
    posted: async (prefix) => new Map([...said].filter(([key]) => key.startsWith(prefix))),
    onPosted: () => () => {},
  }
}

/** A duty that one program of several has: it is asked for again and again, and lost with the program. */
export type Duty = {
  readonly isMine: () => boolean
  readonly stop: () => Promise<void>
}

const ASK_MS = 1_000
const HELD_MS = 3_000

/**
 * Asks for a duty until it is stopped.
 * @param onChange told when it becomes this program's, and when it is no longer: at the latest before another may have it.
 */
export async function openDuty(
  { hold, letGo, me }: Together,
  what: string,
  onChange: (isMine: boolean) => void,
): Promise<Duty> {
  let until = 0
  let wasMine = false
  let isAsking = false
  const isMine = () => performance.now() < until

  async function ask() {
    if (!isAsking) {
      isAsking = true
      const asked = performance.now()
      const isHeld = await hold(what, me, HELD_MS).catch(() => null)
      // No answer: it may still be ours until its time is over.
      if (isHeld !== null) until = isHeld ? asked + HELD_MS : 0
      isAsking = false
    }
    look()
  }

  function look() {
    if (isMine() === wasMine) return
    wasMine = !wasMine
    onChange(wasMine)
  }

  await ask()
  const timer = setInterval(() => {
    look()
    void ask()
  }, ASK_MS)
  timer.unref()
  return {
    isMine,
    async stop() {
      clearInterval(timer)
      until = 0
      await letGo(what, me).catch(() => null) // it ends by itself
    },
  }
}
