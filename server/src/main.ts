import closeWithGrace from 'close-with-grace'
import { readConfig, ConfigRefused, type Config } from './config.ts'
import { hallBase } from './hall/address.ts'
import { openInvitation } from './invitation.ts'
import { systemClock } from './office/clock.ts'
import { openStore, whereItLies } from './open-store.ts'
import { startServer } from './server.ts'
import { StoreRefused } from './store/lock.ts'
import { refusalOf } from './store/trouble.ts'

/** `npm start`: the real thing. config → store → offices → app → listen; closes in reverse. */
async function main() {
  const config = readConfig(process.env)
  const store = await openStore(config, 'real')
  const clock = systemClock(await store.log.lastInstant())
  const server = await startServer({ config, store, clock }).catch((error: unknown) => {
    throw refusalOf(error, config.data)
  })
  const base = hallBase(config, server.port)
  tellWhere(config, base)
  const invitation = await openInvitation({ store, clock: systemClock(), base, say: console.log })
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) console.error(refusalOf(err, config.data))
    await invitation.stop()
    await server.close()
  })
  // The launcher is gone: nobody would stop this server any more.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}

function tellWhere(config: Config, base: string) {
  console.log(
    `Едно гише: ${config.offices.map((office) => office.municipality.bg).join(', ')} · ${whereItLies(config)}`,
  )
  for (const name of ['kiosk', 'window', 'display']) console.log(`  ${base}/${name}`)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof ConfigRefused || error instanceof StoreRefused)) throw error
  console.error(error.message)
  process.exit(1)
}
