import type { OfficeId } from '#shared/ids.ts'
import type { Store } from '../store/store.ts'
import { LEASE_MS } from './election.ts'

/** The voices of an office's halls, as far as programs share them: only the boards of one program speak in a hall. */
export type Voices = {
  /** @returns whether no board of another program can speak in the hall now. */
  readonly hold: (hall: string | null) => Promise<boolean>
  readonly letGo: (hall: string | null) => void
}

type Parts = {
  readonly together: Store['together']
  readonly office: OfficeId
  readonly now: () => number
  readonly onFault: (error: unknown) => void
}

/** A board speaks up twice a second: the voice is held anew when so much of its time is over. Milliseconds. */
const RENEW_MS = 1_000

export function holdVoices({ together, office, now, onFault }: Parts): Voices {
  const until = new Map<string | null, number>()
  const nameOf = (hall: string | null) => `voice/${office}/${hall ?? ''}`
  return {
    async hold(hall) {
      const at = now()
      if ((until.get(hall) ?? 0) - at > LEASE_MS - RENEW_MS) return true
      const isHeld = await together.hold(nameOf(hall), together.me, LEASE_MS).catch(() => false)
      if (isHeld) until.set(hall, at + LEASE_MS)
      else until.delete(hall)
      return isHeld
    },
    letGo(hall) {
      if (until.delete(hall)) void together.letGo(nameOf(hall), together.me).catch(onFault) // it ends by itself
    },
  }
}
