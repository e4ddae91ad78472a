import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { copiesIn, NotSound } from '../server/src/backup/copy.ts'
import { folderMeant, IN_POSTGRES } from '../server/src/backup/folder.ts'
import { restoreHall } from '../server/src/backup/restore.ts'
import { systemClock } from '../server/src/office/clock.ts'
import { StoreRefused } from '../server/src/store/lock.ts'

/**
 * `npm run restore -- [--data FOLDER] [--from FILE]`: puts a copy in the place of a hall's database, the newest one where
 * none is named. The server must be stopped. What stood there is kept beside it.
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, from: { type: 'string' } } })
const data = folderMeant(values.data, process.env)
if (data === null) {
  console.error(IN_POSTGRES)
  process.exit(2)
}
const into = resolve(process.env['BACKUPS'] ?? `${data}/backups`)
const from = values.from ?? copiesIn(into)[0]
if (from === undefined) {
  console.error(`There is no copy in ${into}. Name one: npm run restore -- --from FILE`)
  process.exit(2)
}
try {
  const { offices, replaced, missing } = await restoreHall(resolve(from), data, systemClock().now())
  console.log(`${data} is now as ${from}.`)
  for (const { office, events, last } of offices)
    console.log(`  ${office}: ${events} events, the chain holds. Last hash ${last}`)
  if (replaced !== null) console.log(`What stood there is in ${replaced}.`)
  if (missing === null) console.log('It can’t be read: nobody knows what happened after the copy was made.')
  for (const [office, events] of missing ?? []) {
    if (events === 0) continue
    console.log(`  ${office}: ${events} events that happened after the copy was made are only there.`)
    console.log(
      '  Numbers that were given after it will be given again: call those people in, and give them new ones.',
    )
  }
} catch (error) {
  if (!(error instanceof NotSound || error instanceof StoreRefused)) throw error
  console.error(`Nothing was changed. ${error.message}`)
  process.exit(1)
}
