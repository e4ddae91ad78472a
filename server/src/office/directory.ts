import type { StaffId } from '#shared/ids.ts'
import type { StaffRow, Store } from '../store/store.ts'

/** Names of staff, at hand: the rules and the views ask for them on every step. */
export type Directory = {
  /** The name of someone who may work at a window; null: there is none such, or no longer. */
  readonly clerk: (id: StaffId) => string | null
  /** The name of anyone who works, or has worked, here. */
  readonly anyone: (id: StaffId) => string | null
  readonly clerks: () => readonly { readonly id: StaffId; readonly name: string }[]
  /** Reads the names again after a change. */
  readonly refresh: () => Promise<void>
}

export async function openDirectory({
  staff,
  onAccounts,
}: Pick<Store, 'staff' | 'onAccounts'>): Promise<Directory> {
  let rows = index(await staff.all())
  const refresh = async () => {
    rows = index(await staff.all())
  }
  onAccounts(() => void refresh().catch(() => null)) // the names as they were, until the next change
  return {
    clerk(id) {
      const row = rows.get(id)
      return row && mayWorkAtWindow(row) ? row.name : null
    },
    anyone: (id) => rows.get(id)?.name ?? null,
    clerks: () => [...rows.values()].filter(mayWorkAtWindow).map(({ user, name }) => ({ id: user, name })),
    refresh,
  }
}

function index(rows: readonly StaffRow[]): Map<string, StaffRow> {
  return new Map(rows.map((row) => [row.user, row]))
}

function mayWorkAtWindow({ active, role }: StaffRow): boolean {
  return active && (role === 'clerk' || role === 'supervisor')
}
