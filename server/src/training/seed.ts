import { hash } from '@node-rs/argon2'
import type { Role } from '#shared/accounts.ts'
import type { OfficeId, StaffId } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import { hashOfSecret } from '../office/codes.ts'
import type { Store } from '../store/store.ts'

export const DEMO_PASSWORD = 'demo'
export const DEMO_KIOSK_TOKEN = 'demo-kiosk'
export const DEMO_BOARD_TOKEN = 'demo-board'

const ACCOUNTS: readonly { readonly user: string; readonly name: string; readonly role: Role }[] = [
  ...Array.from({ length: 8 }, (_, index) => ({
    user: `clerk${index + 1}`,
    name: `Служител ${index + 1}`,
    role: 'clerk' as const,
  })),
  { user: 'supervisor', name: 'Ръководител на смяната', role: 'supervisor' },
  { user: 'admin', name: 'Администратор', role: 'admin' },
  { user: 'secretary', name: 'Секретар', role: 'secretary' },
  { user: 'mayor', name: 'Кмет', role: 'official' },
  { user: 'deputy', name: 'Заместник-кмет', role: 'official' },
  { user: 'municipal-secretary', name: 'Секретар на общината', role: 'official' },
  { user: 'auditor', name: 'Одитор', role: 'auditor' },
]

/**
 * The accounts, the kiosk and the board of a training hall, with their well-known password and tokens. Never in a real one.
 * @param at when they were made, by the hall's clock
 * @param proof what the password is proved by, where that is known already.
 */
export async function seedTraining(
  store: Store,
  office: OfficeId,
  at: Instant,
  proof?: string,
): Promise<void> {
  if (store.kind !== 'training') throw new Error('only a training database is seeded')
  if ((await store.staff.all()).length === 0) {
    const passwordHash = proof ?? (await hash(DEMO_PASSWORD))
    for (const { user, name, role } of ACCOUNTS) {
      await store.staff.add({ user: user as StaffId, name, role, passwordHash, active: true, createdAt: at }) // names as the schema has them
    }
  }
  const devices = [
    { id: 'kiosk-1', kind: 'kiosk', name: 'Киоск на входа', token: DEMO_KIOSK_TOKEN },
    { id: 'board-1', kind: 'board', name: 'Табло в залата', token: DEMO_BOARD_TOKEN },
  ] as const
  for (const { id, kind, name, token } of devices) {
    const tokenHash = hashOfSecret(token)
    if ((await store.devices.byToken(tokenHash)) !== null) continue
    await store.devices.add({ id, office, kind, name, tokenHash, createdAt: at, revokedAt: null })
  }
}
