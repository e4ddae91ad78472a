import { setPriority } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../office/clock.ts'
import { COPIES_KEPT, copyHall, letOldCopiesGo } from './copy.ts'
import { folderMeant, IN_POSTGRES } from './folder.ts'

/**
 * `npm run backup -- [--data FOLDER] [--into FOLDER] [--keep 14]`: copies a hall, proves the copy, lets old ones go; also
 * while the server runs, which starts this program itself each night. A program of its own, so that a long history is read
 * beside the hall's work and not in it.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    into: { type: 'string' },
    keep: { type: 'string', default: String(COPIES_KEPT) },
  },
})
const data = folderMeant(values.data, process.env)
if (data === null) {
  console.error(IN_POSTGRES)
  process.exit(2)
}
const into = resolve(values.into ?? process.env['BACKUPS'] ?? join(data, 'backups'))
const keep = Number(values.keep)
if (!Number.isInteger(keep) || keep < 1) {
  console.error('--keep is the number of copies that stay: 1 or more.')
  process.exit(2)
}
setPriority(19) // the hall comes first
try {
  const copy = await copyHall(data, into, systemClock().now())
  const gone = letOldCopiesGo(into, keep)
  console.log(`${copy.file}: ${(copy.bytes / 1e6).toFixed(1)} MB`)
  for (const { office, events, last } of copy.offices)
    console.log(`  ${office}: ${events} events, the chain holds. Last hash ${last}`)
  if (gone.length > 0) console.log(`  let go: ${gone.join(', ')}`)
} catch (error) {
  console.error(`No copy was made: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
