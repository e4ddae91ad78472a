import { hostname } from 'node:os'
import { after, HOUR } from '#shared/instant.ts'
import type { Clock } from './office/clock.ts'
import { drawSecret, hashOfSecret } from './office/codes.ts'
import type { Store } from './store/store.ts'

export type Invitation = { readonly stop: () => Promise<void> }

type Parts = {
  readonly store: Pick<Store, 'staff' | 'invitations' | 'together'>
  readonly clock: Clock
  /** The server as a browser reaches it, without a slash at the end. */
  readonly base: string
  /** Tells whoever started the server. */
  readonly say: (line: string) => void
}

const DUTY = 'invitation'
const LOOK_MS = 1_000
const HELD_MS = 3_000
const OPEN_HOURS = 24

/**
 * A hall without an administrator gets a link, once: it is said here and kept only as a hash. Of several nodes one says it, and
 * the others where it was said; when that one goes, another says a new one, which takes the old one's place.
 */
export async function openInvitation({ store, clock, base, say }: Parts): Promise<Invitation> {
  const { together } = store
  let told = ''
  const timer = setInterval(() => void look().catch(() => null), LOOK_MS) // the next look makes up for it
  timer.unref()
  await look()

  async function look() {
    if ((await store.staff.all()).some(({ role, active }) => role === 'admin' && active))
      return clearInterval(timer)
    if (!(await together.hold(DUTY, together.me, HELD_MS))) return sayWhere()
    if (told === 'here') return
    told = 'here'
    await invite()
    await together.post(DUTY, `${hostname()} (${base})`)
  }

  async function sayWhere() {
    const where = (await together.posted(DUTY)).get(DUTY)
    if (where === undefined || where === told) return
    told = where
    say(
      `There is no administrator yet. The link that creates one stands in the journal of the node on ${where}.`,
    )
  }

  async function invite() {
    const code = drawSecret()
    const now = clock.now()
    await store.invitations.offer({
      codeHash: hashOfSecret(code),
      createdAt: now,
      expiresAt: after(now, OPEN_HOURS * HOUR),
    })
    say(`There is no administrator yet. Create one here, within ${OPEN_HOURS} hours; the link works once:`)
    say(`  ${base}/window/invitation#${code}`)
  }

  return {
    async stop() {
      clearInterval(timer)
      await together.letGo(DUTY, together.me).catch(() => null) // it ends by itself
    },
  }
}
