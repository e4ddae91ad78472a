import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LocalDate } from '../shared/src/ids.ts'
import { StoreRefused } from '../server/src/store/lock.ts'
import { readOnlyLog } from '../server/src/store/log-reader.ts'

/**
 * `npm run verify-log -- [--data FOLDER | --from postgres://…] [--office ID] [--day YYYY-MM-DD]`: proves the log's chain, of
 * one day or of all, and names the first broken link. Without a place: that of `DATABASE_URL`, or of `DATA`. Reads only,
 * also beside a running server. Exit code 1 when a link is broken.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    from: { type: 'string' },
    office: { type: 'string' },
    day: { type: 'string' },
  },
})
const day = values.day === undefined ? null : LocalDate.parse(values.day)
const folder = resolve(values.data ?? process.env['DATA'] ?? 'data')
const url = values.from ?? (values.data === undefined ? process.env['DATABASE_URL'] : undefined)
const log = url === undefined ? readOnlyLog(folder) : await onPostgres(url)
if (log === null) {
  console.error(
    url === undefined
      ? `There is no hall in ${folder}. Name its data folder: npm run verify-log -- --data FOLDER`
      : 'There is no hall in that database.',
  )
  process.exit(2)
}
let isWhole = true
const asked = (await log.offices()).filter((id) => values.office === undefined || id === values.office)
for (const office of asked) {
  const verdict = await log.verify(office, day)
  const stretch = values.day ?? 'whole history'
  if (verdict.ok) {
    console.log(`${office}, ${stretch}: ${verdict.events} events, the chain holds. Last hash ${verdict.last}`)
  } else {
    isWhole = false
    console.log(
      `${office}, ${stretch}: BROKEN at event ${verdict.brokenAt}: ${verdict.why}. ${verdict.events} events before it hold.`,
    )
  }
  const told = await log.verifyAnnouncements(office)
  if (told.ok) {
    console.log(`${office}, what the boards showed and said: ${told.events} lines, the chain holds.`)
  } else {
    isWhole = false
    console.log(`${office}, what the boards showed and said: BROKEN at line ${told.brokenAt}: ${told.why}.`)
  }
}
await log.close()
process.exit(isWhole ? 0 : 1)

async function onPostgres(address: string) {
  try {
    // Who has the embedded database need not wait for the other to be loaded.
    const { readPostgresLog } = await import('../server/src/store/postgres-log.ts')
    return await readPostgresLog(address)
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error
    console.error(error.message)
    process.exit(2)
  }
}
