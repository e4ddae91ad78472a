import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { built } from '../harness/built.ts'
import { startHall, type Hall } from '../harness/hall.ts'

let hall: Hall
beforeAll(async () => {
  await built()
  hall = await startHall()
}, 120_000)
afterAll(() => hall.close())

test.each([
  '/kiosk',
  '/kiosk/',
  '/window',
  '/window/3',
  '/window/anything/inside',
  '/display',
  '/display/window/3',
  '/t',
  '/t/appointment',
])('%s is a page, which no cache keeps', async (path) => {
  const { status, headers, body } = await hall.nobody.get(path)

  expect(status).toBe(200)
  expect(headers.get('content-type')).toContain('text/html')
  expect(headers.get('cache-control')).toBe('no-cache')
  expect(body).toContain('<html lang="bg"')
})

test('what a page is made of is there, and is kept for ever', async () => {
  for (const address of ['/kiosk', '/window', '/display', '/t', '/t/appointment']) {
    const { body: page } = await hall.nobody.get(address)
    const parts = [...String(page).matchAll(/(?:src|href)="(\/[^"]+\/assets\/[^"]+)"/g)].map(
      ([, path = '']) => path,
    )

    expect(parts.length).toBeGreaterThan(0)
    for (const path of parts) {
      const { status, headers } = await hall.nobody.get(path)
      expect([path, status]).toEqual([path, 200])
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    }
  }
})

test('a page needs nothing that its own policy forbids', async () => {
  for (const path of ['/kiosk', '/window', '/display', '/t', '/t/appointment']) {
    const { headers, body } = await hall.nobody.get(path)
    const policy = headers.get('content-security-policy') ?? ''
    // What stands in the page itself must be named in its policy, to the letter.
    const rest = String(body).replace(
      /<(script|style)(?![^>]*\ssrc=)[^>]*>(.*?)<\/\1>/gs,
      (_whole, tag: string, text: string) => {
        const digest = createHash('sha256').update(text).digest('base64')
        const allowed = policy.split(';').find((each) => each.startsWith(`${tag}-src 'self' `))
        expect(allowed?.split(' ')).toContain(`'sha256-${digest}'`)
        return ''
      },
    )
    expect(rest).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|https?:\/\//)
  }
})

test('the page of a ticket is one answer: beside it only the typeface and the icon are fetched', async () => {
  const page = String((await hall.nobody.get('/t')).body)
  const fetched = [...page.matchAll(/\/ticket\/assets\/[^"')]+/g)].map(([path]) => path)

  expect(fetched.map((path) => path.replace(/-[\w-]{8}\./, '.')).sort()).toEqual([
    '/ticket/assets/icon.svg',
    '/ticket/assets/sofia-sans-cyrillic.woff2',
    '/ticket/assets/sofia-sans-latin.woff2',
  ])
  for (const path of fetched) expect((await hall.nobody.get(path)).status).toBe(200)
})

test('the front door leads to the kiosk', async () => {
  const { status, headers } = await hall.nobody.get('/')

  expect([status, headers.get('location')]).toEqual([302, '/kiosk'])
})

test('no address leads out of the apps’ folders', async () => {
  for (const path of [
    '/kiosk/..%2f..%2fpackage.json',
    '/kiosk/%2e%2e/%2e%2e/package.json',
    '/package.json',
  ]) {
    expect(String((await hall.nobody.get(path)).body)).not.toContain('devDependencies')
  }
})

test.each(['/kiosk', '/api/docs/', '/api/offices', '/api/nothing', '/health/live'])(
  '%s carries the headers of a careful server',
  async (path) => {
    const { headers } = await hall.nobody.get(path)

    expect(headers.get('content-security-policy')?.split(/; ?/).sort()).toEqual([
      "base-uri 'none'",
      "default-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "object-src 'none'",
    ])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('strict-transport-security')).toBeNull() // the hall's network is plain http
    expect(headers.get('x-powered-by')).toBeNull()
  },
)

test('a page of another site cannot give commands with a clerk’s cookie', async () => {
  const clerk = await hall.as('clerk1')
  const from = (origin: string) =>
    clerk.post('/api/offices/pernik/commands/open-window', { window: 1 }, { origin })

  for (const origin of ['http://evil.example', 'http://127.0.0.1:1', 'null', 'nonsense']) {
    expect(await from(origin)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  }
  expect((await from(hall.base)).status).toBe(200)
})

test('the server says that it lives, that it is ready, and at which version each office stands', async () => {
  const { version } = await hall.nobody.view('hall')

  expect(await hall.nobody.get('/health/live')).toMatchObject({ status: 200, body: { status: 'live' } })
  expect(await hall.nobody.get('/health/ready')).toMatchObject({
    status: 200,
    body: { status: 'ready', offices: { pernik: version } },
  })
})

test('the figures are Prometheus’s: commands, sockets, people waiting', async () => {
  await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const { status, headers, body } = await hall.nobody.get('/metrics')
  const text = String(body)

  expect(status).toBe(200)
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=/)
  expect(text).toContain('edno_gishe_waiting{office="pernik"} 1')
  expect(text).toMatch(/edno_gishe_command_seconds_count\{command="issue-ticket",result="done"\} 1/)
  expect(text).toContain('edno_gishe_commit_failures_total 0')
  expect(text).toContain('edno_gishe_sockets')
})

test('the figures are for this machine and for whoever is named, also behind a proxy', async () => {
  const proxied = await startHall({ trustProxy: true, environment: { METRICS_FROM: '10.1.0.0/16,fd00::5' } })
  const statusFor = async (address: string) =>
    (await fetch(`${proxied.base}/metrics`, { headers: { 'x-forwarded-for': address } })).status
  const asked = ['127.0.0.1', '10.1.200.3', 'fd00::5', '10.2.0.1', 'fd00::6', '192.0.2.1']
  const statuses = await Promise.all(asked.map(statusFor))
  await proxied.close()

  expect(statuses).toEqual([200, 200, 200, 404, 404, 404])
})

test('what a screen must know first: the offices, that it is training, where phones reach the server', async () => {
  expect((await hall.nobody.get('/api/offices')).body).toEqual({
    offices: [
      {
        id: 'pernik',
        name: expect.objectContaining({ en: 'Centre for Information and Administrative Services' }),
        municipality: { bg: 'Община Перник', en: 'Municipality of Pernik' },
        zone: 'Europe/Sofia',
      },
    ],
    training: true,
    needsAdministrator: false,
    publicUrl: null,
  })
})

test('the page of a ticket brings its state along, in the same answer, and no cache keeps it', async () => {
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const { status, headers, body } = await hall.nobody.get(`/t/pernik/${ticket.code}`)
  const [, written = ''] =
    /<script type="application\/json" id="first">(.*?)<\/script>/s.exec(String(body)) ?? []

  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(headers.get('content-security-policy')).toBe(
    (await hall.nobody.get('/t')).headers.get('content-security-policy'),
  )
  expect(JSON.parse(written)).toEqual({
    ticket: (await hall.nobody.get(`/api/offices/pernik/tickets/${ticket.code}`)).body,
    wait: expect.objectContaining({ wait: expect.anything() }),
  })
})

test.each(['/t/pernik/aB3dEf6hIj9kLm2n', '/t/nowhere/aB3dEf6hIj9kLm2n', '/t/pernik/%3C%2Fscript%3E'])(
  '%s names no ticket: the page comes without one, and says so itself',
  async (path) => {
    const { status, body } = await hall.nobody.get(path)

    expect(status).toBe(200)
    expect(String(body)).toContain('id="first">{"ticket":null,"wait":null}</script>')
  },
)
