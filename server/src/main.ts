import closeWithGrace from 'close-with-grace'
import { after, HOUR } from '#shared/instant.ts'
import { readConfig, ConfigRefused, type Config } from './config.ts'
import { systemClock } from './office/clock.ts'
import { drawSecret, hashOfSecret } from './office/codes.ts'
import { openStore, whereItLies } from './open-store.ts'
import { startServer, type RunningServer } from './server.ts'
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
  tellWhere(config, server)
  await inviteAdministrator(config, server)
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) console.error(refusalOf(err, config.data))
    await server.close()
  })
  // The launcher is gone: nobody would stop this server any more.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}

function tellWhere(config: Config, { port }: RunningServer) {
  const base = config.publicUrl ?? `http://localhost:${port}`
  console.log(
    `Едно гише: ${config.offices.map((office) => office.municipality.bg).join(', ')} · ${whereItLies(config)}`,
  )
  for (const name of ['kiosk', 'window', 'display']) console.log(`  ${base}/${name}`)
}

/** A hall without an administrator gets a link, once: it is printed here and kept only as a hash. */
async function inviteAdministrator(config: Config, { port, store }: RunningServer) {
  if ((await store.staff.all()).some((row) => row.role === 'admin' && row.active)) return
  const code = drawSecret()
  const now = systemClock().now()
  await store.invitations.add({
    codeHash: hashOfSecret(code),
    createdAt: now,
    expiresAt: after(now, 24 * HOUR),
  })
  const base = config.publicUrl ?? `http://localhost:${port}`
  console.log('There is no administrator yet. Create one here, within 24 hours; the link works once:')
  console.log(`  ${base}/window/invitation#${code}`)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof ConfigRefused || error instanceof StoreRefused)) throw error
  console.error(error.message)
  process.exit(1)
}
