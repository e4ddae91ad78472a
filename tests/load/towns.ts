import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOfSecret } from '#server/office/codes.ts'
import type { Store } from '#server/store/store.ts'
import type { OfficeId, StaffId } from '#shared/ids.ts'
import { after, HOUR, instant } from '#shared/instant.ts'
import { ROOT, temporaryFolder } from '../bench/hall.ts'

/** A town of the load: its office, who works there, and the secrets by which they are let in. */
export type Town = {
  readonly office: OfficeId
  readonly kiosk: string
  /** Window n's clerk is the n-th. */
  readonly clerks: readonly string[]
}

type Settings = {
  id: string
  services: { id: string; onlyWindow: number | null }[]
  groups: { id: string }[]
  windows: { window: number; services: string[] }[]
}

/** So many towns like Pernik, each with so many windows that serve all. @returns the folder of their offices, and their services. */
export function settle(
  count: number,
  windows: number,
): { readonly folder: string; readonly offices: readonly OfficeId[]; readonly services: readonly string[] } {
  const pernik = JSON.parse(readFileSync(join(ROOT, 'server/config/pernik.json'), 'utf8')) as Settings // the server checks it
  const services = pernik.services.filter(({ onlyWindow }) => onlyWindow === null).map(({ id }) => id)
  const bound = (window: number) =>
    pernik.services.filter(({ onlyWindow }) => onlyWindow === window).map(({ id }) => id)
  const folder = join(temporaryFolder('towns'), 'config')
  mkdirSync(folder)
  const offices = Array.from(
    { length: count },
    (_, index) => `town-${String(index + 1).padStart(3, '0')}` as OfficeId,
  ) // the form is OfficeId's
  for (const id of offices) {
    const office = {
      ...pernik,
      id,
      windows: Array.from({ length: Math.max(windows, 8) }, (_, index) => ({
        ...(pernik.windows[index] ?? { name: null, direction: null }),
        window: index + 1,
        services: [...bound(index + 1), ...services],
      })),
    }
    writeFileSync(join(folder, `${id}.json`), JSON.stringify(office))
  }
  return { folder, offices, services }
}

/** Everyone has an account, and is signed in; every kiosk has its token. Written past the web: a thousand passwords are none of what is measured. */
export async function people(
  store: Store,
  offices: readonly OfficeId[],
  windows: number,
): Promise<readonly Town[]> {
  const now = instant(Date.now())
  const towns: Town[] = []
  await store.staff.add({
    user: 'admin' as StaffId, // the form is StaffId's
    name: 'Администратор',
    role: 'admin',
    passwordHash: '-',
    active: true,
    createdAt: now,
  })
  for (const office of offices) {
    const kiosk = `kiosk-of-${office}`
    await store.devices.add({
      id: `kiosk-${office}`,
      office,
      kind: 'kiosk',
      name: 'Киоск',
      tokenHash: hashOfSecret(kiosk),
      createdAt: now,
      revokedAt: null,
    })
    const clerks: string[] = []
    for (let window = 1; window <= windows; window += 1) {
      const user = `${office}-${window}` as StaffId // the form is StaffId's
      const secret = `session-of-${user}`
      await store.staff.add({
        user,
        name: `Служител ${window}`,
        role: 'clerk',
        passwordHash: '-',
        active: true,
        createdAt: now,
      })
      const until = after(now, 10 * HOUR)
      await store.sessions.add({
        tokenHash: hashOfSecret(secret),
        user,
        createdAt: now,
        expiresAt: until,
        idleAt: until,
      })
      clerks.push(secret)
    }
    towns.push({ office, kiosk, clerks })
  }
  return towns
}
