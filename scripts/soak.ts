import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { chromium, type CDPSession } from '@playwright/test'
import { Server } from 'socket.io'
import { openClips } from '#server/hall/clips.ts'
import type { Orders } from '#shared/boards.ts'
import { PROTOCOL } from '#shared/protocol.ts'
import type { BoardCall, HallView } from '#shared/views.ts'
import { findBrowser } from './browser.ts'
import { buildIfNeeded } from './build.ts'

/**
 * `npm run soak -- [--calls 100000]`: a board that lives through so many calls, as many as a hall makes in a year. A small
 * stage stands in for the server and pushes one view a call, as fast as the board takes them; the board shows, lights,
 * says and reports what it can. Its memory is weighed after a collection, all the way. Exit code 1 when it grows.
 */

const ROOT = resolve(import.meta.dirname, '..')
const WEIGHINGS = 10
/** A view after which the board is waited for, so that none is lost in between. */
const ROUND = 20
/** From the second weighing on the heap may not grow by more than this, bytes: caches are full by then. */
const MOST_GROWTH = 3_000_000
const ON_BOARD = 24
const TALK_MS = 8_000
const WINDOWS = 12
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const { values } = parseArgs({ options: { calls: { type: 'string', default: '100000' } } })
const calls = Number(values.calls)

await buildIfNeeded()
const stage = await openStage()
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
})
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
await page.goto(`${stage.base}/display/#token=soak`)
await page.getByText('Днес още няма повикани').waitFor()
const devtools = await page.context().newCDPSession(page)

const weights: { readonly after: number; readonly heap: number; readonly nodes: number }[] = []
const began = performance.now()
for (let made = 0; made < calls;) {
  if (made % Math.ceil(calls / WEIGHINGS) < ROUND) await weigh(made)
  for (let each = 0; each < ROUND && made < calls; each += 1) stage.call((made += 1))
  // Whoever asks the page for anything waits until it has drawn what came before.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(null))))
}
await weigh(calls)

const seconds = Math.round((performance.now() - began) / 1_000)
const settled = weights.slice(1)
const growth = (settled.at(-1)?.heap ?? 0) - (settled[0]?.heap ?? 0)
console.log(
  `${calls} calls in ${seconds} s, ${stage.spoken()} of them said, ${stage.reported()} reports; the heap grew by ${mb(growth)} MB after the first tenth.`,
)
await browser.close()
await stage.close()
process.exit(growth > MOST_GROWTH ? 1 : 0)

async function weigh(after: number): Promise<void> {
  // Time for a call or two to be said whole: in the rush each is over before its turn.
  await pause(TALK_MS)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const nodes = await countNodes(devtools)
  weights.push({ after, heap: usedSize, nodes })
  console.log(`after ${String(after).padStart(7)} calls: ${mb(usedSize)} MB, ${nodes} nodes`)
}

async function countNodes(session: CDPSession): Promise<number> {
  const { nodes } = await session.send('Memory.getDOMCounters')
  return nodes
}

function mb(bytes: number): string {
  return (bytes / 1_000_000).toFixed(2)
}

/** What a board asks of a server, and no more of it. */
async function openStage() {
  const clips = openClips({ folder: join(ROOT, 'shared/voice'), recordings: null })
  let reports = 0
  let spoken = 0
  let board: readonly BoardCall[] = []
  let version = 1
  const http = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')
    const answer = (body: string | Buffer, type: string) => {
      response.writeHead(200, { 'content-type': type }).end(body)
    }
    if (path === '/api/offices') {
      const name = { bg: 'Център', en: 'Centre' }
      const offices = [{ id: 'pernik', name, municipality: name, zone: 'Europe/Sofia' }]
      return answer(
        JSON.stringify({ offices, training: false, needsAdministrator: false, publicUrl: null }),
        'application/json',
      )
    }
    if (path === '/api/offices/pernik/announcements') {
      let body = ''
      request.on('data', (chunk) => (body += String(chunk)))
      request.on('end', () => {
        const told = (JSON.parse(body) as { reports: { telling: string }[] }).reports // a board writes it so
        reports += told.length
        spoken += told.filter(({ telling }) => telling === 'spoken').length
        answer(JSON.stringify({ added: told.length }), 'application/json')
      })
      return undefined
    }
    if (path === '/voice/pernik/index.json') return answer(JSON.stringify(clips.voice()), 'application/json')
    if (path === '/pictures/pernik/index.json') return answer('{"files":[]}', 'application/json')
    const [, language = '', name = ''] = /^\/voice\/pernik\/([^/]+)\/(.+)$/.exec(path) ?? []
    const clip = clips.clip(language, name)
    if (clip !== null) return answer(clip.bytes, clip.type)
    const file = path.startsWith('/display/assets/') ? path : '/display/index.html'
    return answer(readFileSync(join(ROOT, 'dist', file)), TYPES[extname(file)] ?? 'application/octet-stream')
  })
  const io = new Server(http, { transports: ['websocket'], serveClient: false })
  const now = () => new Date().toISOString()
  io.on('connection', (socket) => {
    const beat = () => socket.emit('beat', { now: now(), speed: 1, protocol: PROTOCOL })
    beat()
    socket.on('watch', ({ view }: { view: string }, answer: (refusal: null) => void) => {
      answer(null)
      if (view === 'hall') push()
    })
    socket.on('board', (_: unknown, answer: (orders: Orders) => void) =>
      answer({ speaks: true, volume: 100, said: [] }),
    )
    const heart = setInterval(beat, 1_000)
    socket.on('disconnect', () => clearInterval(heart))
  })
  http.listen(0, '127.0.0.1')
  await new Promise((resolve) => http.once('listening', resolve))
  const { port } = http.address() as AddressInfo // it listens on a port

  function push() {
    version += 1
    io.emit('view', { office: 'pernik', name: 'hall', version, view: viewOf(board, now()) })
  }

  return {
    base: `http://127.0.0.1:${port}`,
    spoken: () => spoken,
    reported: () => reports,
    /** The next person is called; whoever was at that window is done. */
    call(number: number) {
      const window = (number % WINDOWS) + 1
      // Labels and times as an office has them; brands over plain strings.
      const call = {
        id: number,
        label: `${'ГМУДПФ'[number % 6]} ${String(1 + (number % 999)).padStart(3, '0')}`,
        language: number % 5 === 0 ? 'en' : 'bg',
        window,
        zones: [],
        at: now(),
        times: 1,
        last: number % 50 === 0,
        state: 'called',
      } as unknown as BoardCall
      const others = board.map((each) =>
        each.window === window ? { ...each, state: 'done' as const } : each,
      )
      board = [call, ...others].slice(0, ON_BOARD)
      push()
    },
    async close() {
      await io.close()
      http.closeAllConnections()
      clips.close()
    },
  }
}

function viewOf(board: readonly BoardCall[], at: string): HallView {
  const name = { bg: 'Център', en: 'Centre' }
  const day = {
    date: at.slice(0, 10),
    zone: 'Europe/Sofia',
    phase: 'open',
    opensAt: at,
    closesAt: at,
    limitAt: at,
    why: null,
    next: null,
  }
  return {
    at,
    office: {
      id: 'pernik',
      name,
      municipality: name,
      contact: { phone: '', email: '', web: '' },
      training: false,
      example: false,
    },
    day,
    calls: board,
    windows: Array.from({ length: WINDOWS }, (_, index) => ({
      window: index + 1,
      name: null,
      direction: index % 3 === 0 ? 'left' : null,
      state: 'calling',
      label: board.find(({ window }) => window === index + 1)?.label ?? null,
    })),
    waiting: board.length,
    zones: [],
    notices: [],
    unserved: 0,
    reception: { calls: [], late: [] },
  } as unknown as HallView // brands over plain strings
}
