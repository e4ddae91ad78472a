import { join, resolve } from 'node:path'
import type { End } from './end.ts'
import { moveHall, type Moved } from './move.ts'
import { openPostgresSource, openPostgresTarget } from './postgres-end.ts'
import { openSqliteSource, openSqliteTarget } from './sqlite-end.ts'

/**
 * Moves a hall from one place to another, each a folder or the address of a PostgreSQL.
 * @param root the repository, for its migrations. @throws MoveRefused, StoreRefused: then nothing was moved.
 */
export async function moveBetween(
  root: string,
  from: string,
  to: string,
): Promise<Moved & { readonly from: string; readonly to: string }> {
  const source = await openSource(root, from)
  try {
    const target = await openTarget(root, to)
    try {
      return { ...(await moveHall(source, target)), from: source.name, to: target.name }
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

function openSource(root: string, place: string): Promise<End> {
  return isAddress(place)
    ? openPostgresSource(place, join(root, 'migrations/postgres'))
    : openSqliteSource(resolve(place), join(root, 'migrations/sqlite'))
}

function openTarget(root: string, place: string): Promise<End> {
  return isAddress(place)
    ? openPostgresTarget(place, join(root, 'migrations/postgres'))
    : openSqliteTarget(resolve(place), join(root, 'migrations/sqlite'))
}

function isAddress(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place)
}
