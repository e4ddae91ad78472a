import { resolve } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Said in the place of a copy of whatever an earlier hall has left in the folder. */
export const IN_POSTGRES =
  'The hall lies in PostgreSQL (DATABASE_URL), whose own tools copy and restore it: docs/operating.md, 10. --data FOLDER means a folder all the same.'

/** The folder whose hall is meant: the one that is named, else that of the settings; null: by these it lies in PostgreSQL. */
export function folderMeant(named: string | undefined, { DATA, DATABASE_URL }: Environment): string | null {
  if (named === undefined && DATABASE_URL) return null
  return resolve(named ?? DATA ?? 'data')
}
