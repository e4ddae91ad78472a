import { parseArgs } from 'node:util'
import { MoveRefused } from '../server/src/backup/end.ts'
import { moveBetween } from '../server/src/backup/places.ts'
import { rootFolder } from '../server/src/config.ts'
import { StoreRefused } from '../server/src/store/lock.ts'

/**
 * `npm run move -- --from FOLDER --to postgres://…`, or the other way round: moves a hall's whole history into a database
 * that holds nothing, proves it there, and says what it has moved. The servers must be stopped. What it moves from stays
 * as it is.
 */
const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } })
if (values.from === undefined || values.to === undefined) {
  console.error('npm run move -- --from FOLDER --to postgres://user:password@host/database')
  console.error('npm run move -- --from postgres://user:password@host/database --to FOLDER')
  process.exit(2)
}
const began = performance.now()
try {
  const { kind, offices, rows, from, to } = await moveBetween(rootFolder(), values.from, values.to)
  console.log(`The ${kind} hall of ${from} is now in ${to}.`)
  for (const { office, events, last, announcements } of offices) {
    console.log(`  ${office}: ${events} events, the chain holds. Last hash ${last}`)
    console.log(`  ${office}: ${announcements} lines of what the boards showed and said, the chain holds.`)
  }
  console.log(`  ${[...rows].map(([table, count]) => `${table} ${count}`).join(', ')}`)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`Each row was read again there. It took ${seconds} s; where it came from all is as it was.`)
} catch (error) {
  if (!(error instanceof MoveRefused || error instanceof StoreRefused)) throw error
  console.error(`Nothing was moved. ${error.message}`)
  process.exit(1)
}
