import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMAND_NAMES, type CommandName } from '#shared/commands.ts'
import type { ClientToServer } from '#shared/protocol.ts'
import { startHall, type Hall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'
import { registrationsOf, type Registration } from '../harness/registrations.ts'
import { hasty } from '../harness/settings.ts'

/**
 * Every route, every message on the line, and everyone who may come by it: + may, − may not (401 for nobody, 403 for
 * whoever is someone else). What the server registers and no table here names fails the last test but one.
 */

const WHO = ['nobody', 'kiosk', 'clerk', 'supervisor', 'admin', 'auditor', 'secretary', 'official'] as const
type Who = (typeof WHO)[number]

//                                nobody kiosk clerk superv. admin auditor secretary official
const commands: Readonly<Record<CommandName, string>> = {
  'issue-ticket': '       −      +     +     +       −     −       −         −',
  leave: '                +      +     +     +       +     +       +         +',
  'hold-numbers': '       −      +     −     −       −     −       −         −',
  'hand-in-ticket': '     −      +     −     −       −     −       −         −',
  'declare-roll': '       −      −     −     +       −     −       −         −',
  'enter-roll': '         −      −     −     +       −     −       −         −',
  'note-paper-service': ' −      −     +     +       −     −       −         −',
  'open-window': '        −      −     +     +       −     −       −         −',
  'close-window': '       −      −     +     +       −     −       −         −',
  'pause-window': '       −      −     +     +       −     −       −         −',
  'resume-window': '      −      −     +     +       −     −       −         −',
  'assign-services': '    −      −     −     +       −     −       −         −',
  'call-next': '          −      −     +     +       −     −       −         −',
  'call-ticket': '        −      −     +     +       −     −       −         −',
  recall: '               −      −     +     +       −     −       −         −',
  'start-service': '      −      −     +     +       −     −       −         −',
  'finish-service': '     −      −     +     +       −     −       −         −',
  'mark-no-show': '       −      −     +     +       −     −       −         −',
  hold: '                 −      −     +     +       −     −       −         −',
  'resume-held': '        −      −     +     +       −     −       −         −',
  transfer: '             −      −     +     +       −     −       −         −',
  'add-service': '        −      −     +     +       −     −       −         −',
  'take-back': '          −      −     +     +       −     −       −         −',
  undo: '                 −      −     +     +       −     −       −         −',
  'ask-assistance': '     −      +     −     −       −     −       −         −',
  'answer-assistance': '  −      −     +     +       −     −       −         −',
  'add-exception': '      −      −     −     +       −     −       −         −',
  'remove-exception': '   −      −     −     +       −     −       −         −',
  'post-notice': '        −      −     −     +       −     −       −         −',
  'withdraw-notice': '    −      −     −     +       −     −       −         −',
  'sign-up': '                   −      −      +      +      −      −      +      −',
  'join-waiting-list': '         −      −      +      +      −      −      +      −',
  'correct-person': '            −      −      +      +      −      −      +      −',
  'move-appointment': '          −      −      +      +      −      −      +      −',
  'cancel-appointment': '        −      −      +      +      −      −      +      −',
  'move-own-appointment': '      +      +      +      +      +      +      +      +',
  'cancel-own-appointment': '    +      +      +      +      +      +      +      +',
  'erase-own-data': '            +      +      +      +      +      +      +      +',
  'route-question': '            −      −      +      +      −      −      +      −',
  'record-contact': '            −      −      +      +      −      −      +      −',
  'accept-slot': '               −      −      +      +      −      −      +      −',
  'report-arrival': '            −      +      +      +      −      −      +      −',
  'call-appointment': '          −      −      −      −      −      −      +      +',
  'set-lateness': '              −      −      −      −      −      −      +      +',
  'record-outcome': '            −      −      −      −      −      −      +      +',
  'mark-answered': '             −      −      −      −      −      −      +      −',
  'take-walk-in': '              −      −      −      −      −      −      +      +',
  'add-reception-exception': '   −      −      −      +      −      −      +      −',
  'remove-reception-exception': ' −      −      −      +      −      −      +      −',
}

const person = {
  givenName: 'Проба',
  familyName: 'Пробна',
  telephone: '0888 12 34 56',
  subject: 'Тротоар',
  description: 'Счупени плочки',
}

const bodies: Readonly<Record<CommandName, object>> = {
  'issue-ticket': { service: 'payment' },
  leave: { code: 'AAAAAAAAAAAAAAAA' },
  'hold-numbers': { date: '2026-11-25', letters: [{ letter: 'П', unspent: 0 }] },
  'hand-in-ticket': {
    date: '2026-11-25',
    letter: 'П',
    number: 801,
    service: 'payment',
    issuedAt: '2026-11-25T08:00:00.000Z',
  },
  'declare-roll': { letter: 'П', from: 501, to: 560 },
  'enter-roll': { letter: 'П', from: 501, to: 501, service: 'payment' },
  'note-paper-service': {
    date: '2026-11-25',
    window: 3,
    label: 'П 001',
    startedAt: '2026-11-25T08:00:00.000Z',
    finishedAt: '2026-11-25T08:05:00.000Z',
  },
  'open-window': { window: 3 },
  'close-window': { window: 3 },
  'pause-window': { window: 3, reason: 'break' },
  'resume-window': { window: 3 },
  'assign-services': { window: 3, services: ['payment'] },
  'call-next': { window: 3 },
  'call-ticket': { window: 3, label: 'П 001', reason: 'short-question' },
  recall: { window: 3 },
  'start-service': { window: 3 },
  'finish-service': { window: 3 },
  'mark-no-show': { window: 3 },
  hold: { window: 3 },
  'resume-held': { window: 3, label: 'П 001' },
  transfer: { window: 3, toWindow: 4 },
  'add-service': { window: 3, service: 'payment' },
  'take-back': { label: 'П 001' },
  undo: { window: 3 },
  'ask-assistance': {},
  'answer-assistance': {},
  'add-exception': {
    from: '2026-12-21',
    change: { kind: 'closed' },
    order: 'РД-01-1/2026',
    reason: { bg: 'ремонт', en: 'repair' },
  },
  'remove-exception': { id: 'none', order: 'РД-01-2/2026' },
  'post-notice': { text: { bg: 'Ремонт', en: 'Repair' }, until: { date: '2026-11-25', time: '12:00' } },
  'withdraw-notice': { id: 'none' },
  'sign-up': { official: 'mayor', date: '2026-12-02', time: '09:00', person },
  'join-waiting-list': { official: 'mayor', date: '2026-12-02', person },
  'correct-person': { number: 'ПД-0001', person },
  'move-appointment': { number: 'ПД-0001', official: 'mayor', date: '2026-12-02', time: '09:00' },
  'cancel-appointment': { number: 'ПД-0001' },
  'move-own-appointment': { number: 'ПД-0001', code: 'AAAAAAAAAAAAAAAA', date: '2026-12-02', time: '09:00' },
  'cancel-own-appointment': { number: 'ПД-0001', code: 'AAAAAAAAAAAAAAAA' },
  'erase-own-data': { number: 'ПД-0001', code: 'AAAAAAAAAAAAAAAA' },
  'route-question': { unit: 'legal' },
  'record-contact': { number: 'ПД-0001', result: 'reached' },
  'accept-slot': { number: 'ПД-0001' },
  'report-arrival': { number: 'ПД-0001' },
  'call-appointment': { official: 'mayor' },
  'set-lateness': { official: 'mayor', minutes: 10 },
  'record-outcome': { number: 'ПД-0001', outcome: { kind: 'answered' } },
  'mark-answered': { number: 'ПД-0001' },
  'take-walk-in': { official: 'mayor', person },
  'add-reception-exception': {
    official: 'mayor',
    date: '2026-12-02',
    change: { kind: 'none' },
    order: 'РД-01-3/2026',
    reason: { bg: 'командировка', en: 'travel' },
  },
  'remove-reception-exception': { id: 'none', order: 'РД-01-4/2026' },
}

//                                                                 nobody kiosk clerk superv. admin auditor secretary official
const pages: Readonly<Record<string, string>> = {
  '/api/offices':
    '                                        +      +     +     +       +     +       +         +',
  '/api/offices/pernik/views/kiosk':
    '                     +      +     +     +       +     +       +         +',
  '/api/offices/pernik/views/hall':
    '                      +      +     +     +       +     +       +         +',
  '/api/offices/pernik/views/queue':
    '                     −      −     +     +       +     −       −         −',
  '/api/offices/pernik/views/window/3':
    '                  −      −     +     +       +     −       −         −',
  '/api/offices/pernik/views/supervisor':
    '                −      −     −     +       +     −       −         −',
  '/api/offices/pernik/views/paper': '−      +      +      +      +      −      −      −',
  '/api/offices/pernik/views/printing': '−      −      +      +      +      −      −      −',
  '/api/offices/pernik/views/boards': '−      −      −      +      +      −      −      −',
  '/api/offices/pernik/announcements?day=2026-11-25': '−      −      −      +      +      +      −      −',
  '/api/offices/pernik/days?from=2026-11-25&to=2026-11-26':
    '+    +     +     +       +     +       +         +',
  '/api/offices/pernik/events?day=2026-11-25':
    '           −      −     −     +       +     +       −         −',
  '/api/offices/pernik/settings':
    '                        −      −     −     −       +     −       −         −',
  '/api/offices/pernik/views/door/mayor': '+      +      +      +      +      +      +      +',
  '/api/offices/pernik/views/reception/desk': '−      −      +      +      −      −      +      −',
  '/api/offices/pernik/views/reception/orders': '−      −      −      +      −      −      +      −',
  '/api/offices/pernik/views/reception/secretary': '−      −      −      −      −      −      +      −',
  '/api/offices/pernik/views/reception/official/mayor': '−      −      −      −      −      −      +      +',
  // Of the clerks and the supervisor, only the one at window 7: the others are refused by the rule, and told where.
  '/api/offices/pernik/reception/persons?official=mayor&date=2026-12-02':
    '−      −      +      +      −      −      +      +',
  '/api/offices/pernik/reception/looks?number=%D0%9F%D0%94-0001':
    '−      −      −      −      +      +      −      −',
  '/api/offices/pernik/reception/figures?year=2026': '+      +      +      +      +      +      +      +',
  '/api/offices/pernik/reception/officials/mayor/feed': '−      −      −      −      −      −      +      +',
  '/api/offices/pernik/views/waits': '+      +      +      +      +      +      +      +',
  '/api/offices/pernik/views/forecast': '−      −      +      +      +      −      −      −',
  // Whoever has the code has the ticket, the appointment, the calendar: unguessable, and all that they are known by.
  '/api/offices/pernik/views/wait/AAAAAAAAAAAAAAAA': '+      +      +      +      +      +      +      +',
  '/api/offices/pernik/tickets/AAAAAAAAAAAAAAAA': '+      +      +      +      +      +      +      +',
  '/api/offices/pernik/tickets/AAAAAAAAAAAAAAAA/paper.png':
    '+      +      +      +      +      +      +      +',
  '/api/offices/pernik/appointments/AAAAAAAAAAAAAAAA': '+      +      +      +      +      +      +      +',
  '/api/offices/pernik/notices/key': '+      +      +      +      +      +      +      +',
  '/api/calendar/AAAAAAAAAAAAAAAA.ics': '+      +      +      +      +      +      +      +',
  '/api/offices/pernik/fairness?day=2026-11-25': '−      −      −      +      +      −      −      −',
  '/api/sessions/current':
    '                               −      −     +     +       +     +       +         +',
  '/api/staff':
    '                                          −      −     −     −       +     −       −         −',
  '/api/devices':
    '                                        −      −     −     −       +     −       −         −',
  ...Object.fromEntries(
    [
      '/api/docs',
      '/api/docs/any',
      '/',
      '/kiosk',
      '/kiosk/any',
      '/window',
      '/window/any',
      '/display',
      '/display/any',
      '/t',
      '/t/appointment',
      '/t/pernik/AAAAAAAAAAAAAAAA',
      '/ticket/assets/any.css',
      '/appointment/assets/any.css',
      '/phone-worker.js',
      '/kiosk-worker.js',
      '/voice/pernik/index.json',
      '/voice/pernik/bg/number',
      '/pictures/pernik/index.json',
      '/pictures/pernik/any.png',
    ].map((page) => [page, '+      +      +      +      +      +      +      +'] as const),
  ),
  '/api/openapi.json':
    '                                   +      +     +     +       +     +       +         +',
  '/health/live':
    '                                        +      +     +     +       +     +       +         +',
  '/health/ready':
    '                                       +      +     +     +       +     +       +         +',
  '/metrics':
    '                                            +      +     +     +       +     +       +         +',
}

//                                                  nobody kiosk clerk superv. admin auditor secretary official
const administration: Readonly<Record<string, readonly [string, unknown]>> = {
  '/api/staff': ['                          −      −     −     −       +     −       −         −', {}],
  '/api/staff/clerk1': ['                   −      −     −     −       +     −       −         −', {}],
  '/api/devices': ['                        −      −     −     −       +     −       −         −', {}],
  '/api/staff/nobody-here/sign-out': ['     −      −     −     −       +     −       −         −', {}],
  '/api/devices/kiosk-9/revoke': ['         −      −     −     −       +     −       −         −', undefined],
}

//                                                  nobody kiosk clerk superv. admin auditor secretary official
const paper: Readonly<Record<string, readonly [string, object]>> = {
  copies: [
    '                                        −      −     +     +       −     −       −         −',
    { label: 'П 099' },
  ],
  slips: [
    '                                         −      −     +     +       −     −       +         +',
    { number: 'ПД-0099', code: 'AAAAAAAAAAAAAAAA' },
  ],
  'test-pages': [
    '                                  −      −     −     +       +     −       −         −',
    { printer: 'none' },
  ],
  claims: [
    '                                        −      +     −     −       −     −       −         −',
    { ticket: '2026-11-25/П-099' },
  ],
  outcomes: [
    '                                      −      +     −     −       −     −       −         −',
    { ticket: '2026-11-25/П-099', printed: true },
  ],
}

/** A board's word of a call that never was. */
const NEVER = {
  call: 999,
  label: 'П 999',
  telling: 'shown',
  at: '2026-11-25T08:15:00.000Z',
  endedAt: null,
  languages: [],
  volume: null,
}

//                                                           nobody kiosk clerk superv. admin auditor secretary official
const others: Readonly<Record<string, readonly [string, object?]>> = {
  '/api/offices/pernik/what-if': [
    '                                                          −      −     −     +       +     −       −         −',
    { date: '2026-11-25' },
  ],
  '/api/offices/pernik/reception/look-up': [
    '                                                          −      −     +     +       −     −       +         −',
    { telephone: '0888 12 34 56' },
  ],
  '/api/offices/pernik/reception/own-data': [
    '                                                          +      +     +     +       +     +       +         +',
    { number: 'ПД-0001', code: 'AAAAAAAAAAAAAAAA' },
  ],
  '/api/offices/pernik/reception/officials/mayor/feed': [
    '                                                          −      −     −     −       −     −       +         +',
  ],
  '/api/offices/pernik/reception/officials/mayor/feed/revoke': [
    '                                                          −      −     −     −       −     −       +         +',
  ],
  '/api/offices/pernik/speech': [
    '                                                          −      +     −     −       −     −       −         −',
    { text: 'Моля, изберете услуга', language: 'bg' },
  ],
  '/api/offices/pernik/tickets/AAAAAAAAAAAAAAAA/subscriptions': [
    '                                                          +      +     +     +       +     +       +         +',
    {},
  ],
  '/api/offices/pernik/tickets/AAAAAAAAAAAAAAAA/subscriptions/end': [
    '                                                          +      +     +     +       +     +       +         +',
    {},
  ],
  // A board's own word, and nobody else's.
  '/api/offices/pernik/announcements': [
    '                                                          −      −     −     −       −     −       −         −',
    { reports: [NEVER] },
  ],
  '/api/sessions': [
    '                                                          +      +     +     +       +     +       +         +',
    { user: 'clerk8', password: 'demo' },
  ],
  '/api/sessions/current/password': [
    '                                                          −      −     +     +       +     +       +         +',
    { password: 'not it', newPassword: 'a long password' },
  ],
  '/api/invitations/spent-long-ago': [
    '                                                          +      +     +     +       +     +       +         +',
    { user: 'intruder', name: 'Втори', password: 'a long password' },
  ],
}

let hall: Hall
let routes: readonly Registration[]
let people: Readonly<Record<Who, Person>>
beforeAll(async () => {
  routes = await registrationsOf(async () => void (hall = await startHall({ offices: [hasty()] })))
  const [clerk, supervisor, admin, auditor, secretary, official] = await Promise.all(
    (['clerk1', 'supervisor', 'admin', 'auditor', 'secretary', 'deputy'] as const).map((user) =>
      hall.as(user),
    ),
  )
  if (!clerk || !supervisor || !admin || !auditor || !secretary || !official)
    throw new Error('someone is missing')
  people = { nobody: hall.nobody, kiosk: hall.kiosk, clerk, supervisor, admin, auditor, secretary, official }
})
afterAll(() => hall.close())

const marks = (row: string) => WHO.map((_, index) => row.trim().split(/\s+/)[index])
const refused = (who: Who) => (who === 'nobody' ? 401 : 403)

/** What each of them is told, as a row of the table. */
async function row(
  ask: (person: Person) => Promise<{ readonly status: number }>,
): Promise<(string | undefined)[]> {
  return Promise.all(
    WHO.map(async (who) => {
      const { status } = await ask(people[who])
      if (status === refused(who)) return '−'
      return status < 500 && status !== 401 && status !== 403 ? '+' : `${status}`
    }),
  )
}

test.each(COMMAND_NAMES)('%s is open to whom it is meant for, and to nobody else', async (name) => {
  expect(await row((person) => person.command(name, bodies[name]))).toEqual(marks(commands[name]))
})

test.each(Object.entries(pages))('GET %s is open to whom it is meant for', async (path, expected) => {
  expect(await row((person) => person.get(path))).toEqual(marks(expected))
})

test.each(Object.entries(administration))(
  'POST %s is the administrator’s alone',
  async (path, [expected, body]) => {
    const valid =
      path === '/api/staff' ? { user: 'clerk1', name: 'Е', role: 'clerk', password: 'long enough' } : body
    const device = path === '/api/devices' ? { name: 'Киоск', office: 'sofia', kind: 'kiosk' } : valid

    expect(await row((person) => person.post(path, device))).toEqual(marks(expected))
  },
)

test.each(Object.entries(paper))(
  'POST printing/%s is open to whom it is meant for',
  async (what, [expected, body]) => {
    const path = `/api/offices/pernik/printing/${what}`

    expect(await row((person) => person.post(path, body))).toEqual(marks(expected))
  },
)

test('what was shown and said is reported by boards', async () => {
  const reported = await hall
    .device('demo-board')
    .post('/api/offices/pernik/announcements', { reports: [NEVER] })
  expect(reported).toMatchObject({ status: 200, body: { added: 0 } })
})

test('a board gives no command, and sees what anyone may see', async () => {
  const board = hall.device('demo-board')

  for (const name of COMMAND_NAMES.filter((each) => !commands[each].trim().startsWith('+')))
    expect([name, (await board.command(name, bodies[name])).status]).toEqual([name, 403])
  expect((await board.get('/api/offices/pernik/views/hall')).status).toBe(200)
  expect((await board.get('/api/offices/pernik/views/queue')).status).toBe(403)
  expect((await board.get('/api/offices/pernik/views/paper')).status).toBe(403)
})

test.each(Object.entries(others))(
  'POST %s is open to whom it is meant for',
  async (path, [expected, body]) => {
    expect(await row((person) => person.post(path, body))).toEqual(marks(expected))
  },
)

test('signing out is everyone’s, for themselves', async () => {
  const leaving = await hall.as('clerk8')
  expect((await leaving.request('DELETE', '/api/sessions/current')).status).toBe(204)
  expect((await hall.nobody.request('DELETE', '/api/sessions/current')).status).toBe(204)
  expect((await hall.kiosk.request('DELETE', '/api/sessions/current')).status).toBe(204)

  expect((await people.clerk.get('/api/sessions/current')).status).toBe(200)
})

test('every route that the server registers stands in a table above', () => {
  const asked = [
    ...COMMAND_NAMES.map((name) => `POST /api/offices/pernik/commands/${name}`),
    ...Object.keys(pages).map((path) => `GET ${path.split('?')[0]}`),
    ...[...Object.keys(administration), ...Object.keys(others)].map((path) => `POST ${path}`),
    ...Object.keys(paper).map((what) => `POST /api/offices/pernik/printing/${what}`),
    'DELETE /api/sessions/current',
  ].map((request) => registeredFor(request))

  expect(routes.map(nameOf).filter((name) => !asked.includes(name))).toEqual([])
})

const nameOf = ({ method, url }: Registration) => `${method} ${url}`

/** The route that takes the request: of those it fits, the one that names most of it. */
function registeredFor(request: string): string | undefined {
  const [method = '', path = ''] = request.split(' ')
  const fits = (url: string) =>
    new RegExp(`^${url.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`).test(path)
  return routes
    .filter((route) => route.method === method && fits(route.url))
    .sort((a, b) => open(a.url) - open(b.url))
    .map(nameOf)[0]
}
const open = (url: string) => url.split(/[:*]/).length

/** Each message a line may send: the type is the registration's own, so one without an entry does not compile. */
const messages: Readonly<Record<keyof ClientToServer, 'as the table of views' | 'its own line alone'>> = {
  watch: 'as the table of views',
  unwatch: 'its own line alone',
  board: 'its own line alone',
}

test('on the line each view is open to whom GET is open to', async () => {
  const line = Object.fromEntries(WHO.map((who) => [who, hall.line(people[who])]))
  const views = Object.entries(pages)
    .map(([path, expected]) => [/^\/api\/offices\/pernik\/views\/(.+)$/.exec(path)?.[1], expected] as const)
    .concat([
      ['ticket/AAAAAAAAAAAAAAAA', pages['/api/offices/pernik/tickets/AAAAAAAAAAAAAAAA'] ?? ''],
      ['appointment/AAAAAAAAAAAAAAAA', pages['/api/offices/pernik/appointments/AAAAAAAAAAAAAAAA'] ?? ''],
    ])
    .flatMap(([view, expected]) => (view === undefined ? [] : [[view, expected] as const]))
  expect(messages.watch).toBe('as the table of views')
  for (const [view, expected] of views) {
    const told = await Promise.all(
      WHO.map(async (who) => {
        const refusal: { readonly code: string } | null = await new Promise((resolve) =>
          line[who]?.emit('watch', { office: 'pernik' as never, view }, resolve),
        )
        return refusal?.code === (who === 'nobody' ? 'not-signed-in' : 'not-allowed') ? '−' : '+'
      }),
    )
    expect([view, ...told]).toEqual([view, ...marks(expected)])
  }
})

test('nobody can end what another line watches', async () => {
  const board = await hall.watch('hall')
  const other = hall.line(people.supervisor)
  other.emit('unwatch', { office: 'pernik' as never, view: 'hall' })
  await new Promise((resolve) => other.emit('watch', { office: 'pernik' as never, view: 'queue' }, resolve))
  const { version } = await hall.kiosk.done('issue-ticket', { service: 'payment' })

  expect(messages.unwatch).toBe('its own line alone')
  expect((await board.until((pushed) => pushed.version >= version)).version).toBe(version)
})

/** What a clerk is told at a window that is another's. Whoever is not named here: the body names no window of one's own. */
const atAnothers = {
  'open-window': 'clerk-has-window',
  ...Object.fromEntries(
    (
      [
        'close-window',
        'pause-window',
        'resume-window',
        'call-next',
        'call-ticket',
        'recall',
        'start-service',
        'finish-service',
        'mark-no-show',
        'hold',
        'note-paper-service',
        'resume-held',
        'transfer',
        'add-service',
        'undo',
      ] as const
    ).map((name) => [name, 'not-your-window'] as const),
  ),
} satisfies Partial<Record<CommandName, string>>

test('a clerk of another window is refused at a window that is someone’s, whatever the command', async () => {
  const other = await startHall({ offices: [hasty()] })
  const owner = await other.as('clerk3')
  const stranger = await other.as('clerk4')
  await other.kiosk.done('issue-ticket', { service: 'heirs-certificate' })
  await owner.done('open-window', { window: 3 })
  await stranger.done('open-window', { window: 4 })
  await owner.done('call-next', { window: 3 })
  const { version, view } = await owner.view('window/3')

  const withWindow = COMMAND_NAMES.filter((name) => 'window' in bodies[name] && !isSupervisors(name))
  expect(Object.keys(atAnothers).sort()).toEqual([...withWindow].sort())
  for (const [name, code] of Object.entries(atAnothers) as [CommandName, string][]) {
    const { status, body } = await stranger.command(name, bodies[name])
    expect([name, status, body.code]).toEqual([name, 409, code])
  }
  expect(await owner.view('window/3')).toEqual({ version, view })
  await other.close()
})

const isSupervisors = (name: CommandName) => marks(commands[name])[WHO.indexOf('clerk')] === '−'

test('a secret that is not known any more is nobody’s, on every route, and its holder is told', async () => {
  const stale = hall.device('revoked-long-ago')

  expect((await stale.command('call-next', { window: 3 })).status).toBe(401)
  for (const view of ['queue', 'kiosk']) {
    expect(await stale.get(`/api/offices/pernik/views/${view}`)).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    })
  }
})
