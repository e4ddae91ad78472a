import { join } from 'node:path'
import Database from 'better-sqlite3'
import fastify from 'fastify'
import { Server } from 'socket.io'
import { WebSocketServer } from 'ws'
import { percentile } from './figures.ts'

/**
 * What the parts can do by themselves, each as a process of its own: the limits beside which our figures stand.
 *   bare.ts commits FOLDER | post | fanout | program FOLDER
 * Says its port, or its figures, over the channel.
 */

const [mode = '', folder = ''] = process.argv.slice(2)

/** A database with the durability of ours, and the three statements of an issue. */
function threeStatements(file: string) {
  const client = new Database(file)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.exec(`create table tickets (number integer primary key, service text, state text, at integer);
    create table events (version integer primary key, type text, body text, at integer);
    create table counters (name text primary key, value integer); insert into counters values ('version', 0);
    create index waiting on tickets (state, number)`)
  const ticket = client.prepare('insert into tickets values (?, ?, ?, ?)')
  const event = client.prepare('insert into events values (?, ?, ?, ?)')
  const counter = client.prepare("update counters set value = ? where name = 'version'")
  let version = 0
  const issue = client.transaction((service: string) => {
    version += 1
    ticket.run(version, service, 'waiting', Date.now())
    event.run(version, 'ticket-issued', JSON.stringify({ number: version, service }), Date.now())
    counter.run(version)
    return version
  })
  const first = client.prepare(
    "select number, service from tickets where state = 'waiting' order by number limit 1",
  )
  const call = client.prepare("update tickets set state = 'called' where number = ? and state = 'waiting'")
  const next = client.transaction((window: number) => {
    const found = first.get() as { number: number; service: string } | undefined // the columns selected
    if (found === undefined) return null
    version += 1
    call.run(found.number)
    event.run(version, 'ticket-called', JSON.stringify({ ...found, window }), Date.now())
    counter.run(version)
    return { version, number: found.number }
  })
  return {
    hasWaiting: () => first.get() !== undefined,
    issue: (service: string) => issue.immediate(service),
    next: (window: number) => next.immediate(window),
  }
}

function commits() {
  const { issue } = threeStatements(join(folder, 'commits.sqlite'))
  for (let index = 0; index < 500; index += 1) issue('warm-up')
  const each: number[] = []
  const began = performance.now()
  while (performance.now() - began < 1_000) {
    const start = performance.now()
    issue('payment')
    each.push(performance.now() - start)
  }
  process.send?.({ perSecond: (each.length * 1000) / (performance.now() - began), p99: percentile(each, 99) })
  process.disconnect()
}

const issueSchema = {
  body: { type: 'object', required: ['service'], properties: { service: { type: 'string' } } },
  response: { 200: { type: 'object', properties: { version: { type: 'integer' } } } },
} as const

async function post() {
  const app = fastify()
  let version = 0
  app.post('/tickets', { schema: issueSchema }, async () => ({ version: (version += 1) }))
  await app.listen({ port: 0, host: '127.0.0.1' })
  told(app.server.address())
}

/** Whatever a client says is passed on to all. */
function fanout() {
  const server: WebSocketServer = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    perMessageDeflate: false,
  })
  server.on('listening', () => told(server.address()))
  const load = 'x'.repeat(3_000) // about a hall view
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const message = Buffer.from(`42["view",{"version":${String(data)},"load":"${load}"}]`)
      for (const client of server.clients) client.send(message, { binary: false })
    })
  })
}

/** The whole errand without any rules: no rights, no order, no log, no repetition; a number and a push. */
async function program() {
  const { hasWaiting, issue, next } = threeStatements(join(folder, 'program.sqlite'))
  const app = fastify()
  const io = new Server(app.server, { transports: ['websocket'], serveClient: false })
  const load = 'x'.repeat(3_000)
  io.on('connection', (socket) => {
    socket.on('watch', async () => {
      await socket.join('hall')
      socket.emit('view', { version: 0, load })
    })
  })
  app.post<{ Body: { service: string } }>('/tickets', { schema: issueSchema }, async ({ body }) => {
    const version = issue(body.service)
    io.to('hall').emit('view', { version, load })
    return { version }
  })
  app.post<{ Body: { window: number } }>('/calls', async ({ body }) => {
    // Whoever has nobody to call lets one more come: a slow machine gives out fewer tickets than it calls.
    if (!hasWaiting()) issue('payment')
    const called = next(body.window)
    if (called) io.to('hall').emit('view', { version: called.version, load })
    return called ?? { version: 0 }
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  told(app.server.address())
}

function told(address: unknown) {
  process.send?.({ port: (address as { port: number }).port }) // it listens on a port
}

process.on('disconnect', () => process.exit(0))
if (mode === 'commits') commits()
if (mode === 'post') await post()
if (mode === 'fanout') fanout()
if (mode === 'program') await program()
