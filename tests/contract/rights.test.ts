import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMAND_NAMES, type CommandName } from '#shared/commands.ts'
import { startHall, type Hall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'

/** Every route, and everyone who may come by it: + may, − may not (401 for nobody, 403 for whoever is someone else). */

const WHO = ['nobody', 'kiosk', 'clerk', 'supervisor', 'admin', 'auditor', 'secretary', 'official'] as const
type Who = (typeof WHO)[number]

//                                nobody kiosk clerk superv. admin auditor secretary official
const commands: Readonly<Record<CommandName, string>> = {
  'issue-ticket': '       −      +     +     +       −     −       −         −',
  leave: '                +      +     +     +       +     +       +         +',
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
  '/api/sessions/current':
    '                               −      −     +     +       +     +       +         +',
  '/api/staff':
    '                                          −      −     −     −       +     −       −         −',
  '/api/devices':
    '                                        −      −     −     −       +     −       −         −',
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

let hall: Hall
let people: Readonly<Record<Who, Person>>
beforeAll(async () => {
  hall = await startHall()
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

test('what was shown and said is reported by boards, and by nobody else', async () => {
  const at = '2026-11-25T08:15:00.000Z'
  const never = {
    call: 999,
    label: 'П 999',
    telling: 'shown',
    at,
    endedAt: null,
    languages: [],
    volume: null,
  }
  const reports = { reports: [never] }
  const path = '/api/offices/pernik/announcements'

  expect(await row((person) => person.post(path, reports))).toEqual(marks('− − − − − − − −'))
  expect(await hall.device('demo-board').post(path, reports)).toMatchObject({
    status: 200,
    body: { added: 0 },
  })
})

test('a board gives no command, and sees what anyone may see', async () => {
  const board = hall.device('demo-board')

  for (const name of COMMAND_NAMES.filter((each) => !commands[each].trim().startsWith('+')))
    expect([name, (await board.command(name, bodies[name])).status]).toEqual([name, 403])
  expect((await board.get('/api/offices/pernik/views/hall')).status).toBe(200)
  expect((await board.get('/api/offices/pernik/views/queue')).status).toBe(403)
  expect((await board.get('/api/offices/pernik/views/paper')).status).toBe(403)
})

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
