import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LocalDate } from '../shared/src/ids.ts'
import { readOnlyLog } from '../server/src/store/log-reader.ts'

/**
 * `npm run verify-log -- [--data FOLDER] [--office ID] [--day YYYY-MM-DD]`: proves the log's chain, of one day or of all,
 * and names the first broken link. Reads only, also beside a running server. Exit code 1 when a link is broken.
 */
const { values } = parseArgs({
  options: { data: { type: 'string' }, office: { type: 'string' }, day: { type: 'string' } },
})
const day = values.day === undefined ? null : LocalDate.parse(values.day)
const folder = resolve(values.data ?? process.env['DATA'] ?? 'data')
const log = readOnlyLog(folder)
if (log === null) {
  console.error(`There is no hall in ${folder}. Name its data folder: npm run verify-log -- --data FOLDER`)
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
