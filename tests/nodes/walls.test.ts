import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openInvitation } from '#server/invitation.ts'
import { systemClock } from '#server/office/clock.ts'
import { plugInPrinter } from '#server/training/printer.ts'
import type { PrinterStatus, PrintingView } from '#shared/printing.ts'
import type { Views } from '#shared/views.ts'
import type { Hall } from '../harness/hall.ts'
import { useNodes } from '../harness/nodes.ts'
import { hangBoard, hangTwo, type HungBoard } from '../harness/board.ts'
import { startPushService } from '../harness/push-service.ts'
import { hasty } from '../harness/settings.ts'
import { isOver, issue, seen, withPrinter } from '../paper/printed-hall.ts'
import { codeOn } from '../paper/sheet.ts'

/** What hangs on the walls of a hall, and who is told outside it, when several programs are that hall. */

const { start, database } = useNodes()

/** What a hall may take until another program does what one did that has gone. */
const TAKEN_OVER_MS = 5_000
const SOON = { timeout: TAKEN_OVER_MS }

const viewAt = async <N extends 'printing' | 'boards'>(node: Hall, name: N): Promise<Views[N]> =>
  (await (await node.as('supervisor')).view(name)).view

async function startPrinted(change: Parameters<typeof withPrinter>[1] = {}) {
  const printer = await plugInPrinter()
  onTestFinished(() => printer.close())
  const { url, nodes } = await start(2, () => ({
    offices: [withPrinter(printer.port, change)],
    paper: { pollMs: 100 },
  }))
  const [here, there] = nodes as [Hall, Hall] // two
  return { url, here, there, printer, codes: () => printer.sheets.map(({ bitmap }) => codeOn(bitmap)) }
}

const codeIn = (address: string | null) => address?.split('/').at(-1)

/** @returns the name of the node that prints. */
const printsAt = async (url: string) =>
  (await database().sql<{ who: string }>(url, `select who from duties where what = 'printing'`))[0]?.who

const howEnded = ({ jobs }: PrintingView) => jobs.map(({ state, failure }) => failure ?? state)
const PRINTED = ['printed', 'printed', 'printed', 'printed']

const isLow = (status?: PrinterStatus) => status?.kind === 'ready' && status.paperLow

test('tickets of two nodes come out of one printer, each once, and both supervisors see the same of it', async () => {
  const { here, there, printer, codes } = await startPrinted()
  const issued: string[] = []
  for (const node of [here, there, here, there]) issued.push((await issue(node)).ticket.code)
  for (const node of [here, there])
    expect(howEnded(await seen(node, (view) => view.jobs.length === 4 && isOver(view)))).toEqual(PRINTED)
  expect(codes().map(codeIn)).toHaveLength(issued.length)
  expect(new Set(codes().map(codeIn))).toEqual(new Set(issued))
  expect(printer.crossTalk()).toBe(0)
  expect(await viewAt(there, 'printing')).toEqual(await viewAt(here, 'printing'))
  printer.set({ paper: 'low' })
  for (const node of [here, there]) await seen(node, ({ printers: [entrance] }) => isLow(entrance?.status))
})

test('when the node that prints is closed, the other prints what is queued within five seconds, and nothing twice', async () => {
  const { url, here, there, printer, codes } = await startPrinted()
  const [prints, rests] = (await printsAt(url)) === here.store.together.me ? [here, there] : [there, here]
  const issued = (await Promise.all(Array.from({ length: 4 }, () => issue(rests)))).map(
    ({ ticket }) => ticket.code as string,
  )
  await prints.close()
  await expect.poll(() => printsAt(url), { timeout: TAKEN_OVER_MS }).toBe(rests.store.together.me)
  expect(howEnded(await seen(rests, (view) => view.jobs.length === 4 && isOver(view)))).toEqual(PRINTED)

  expect(codes().map(codeIn)).toHaveLength(issued.length)
  expect(new Set(codes().map(codeIn))).toEqual(new Set(issued))
  expect(printer.crossTalk()).toBe(0)
})

test('a node that loses the printing for a moment lets its sheet end before it prints again: a printer has one line', async () => {
  const printer = await plugInPrinter()
  onTestFinished(() => printer.close())
  const { url, nodes } = await start(1, () => ({
    offices: [withPrinter(printer.port)],
    paper: {
      patience: { connectMs: 1_000, answerMs: 6_000, stallMs: 6_000, finishMs: 6_000 },
      pollMs: 60_000,
    },
  }))
  const [node] = nodes as [Hall] // one
  const before = printer.received()
  await issue(node)
  await expect.poll(() => printer.received() > before + 5_000, { timeout: 5_000, interval: 1 }).toBe(true)
  printer.hang()
  const mine = await printsAt(url)
  await database().sql(url, `update duties set who = 'another', until = until - 1500 where what = 'printing'`)
  await expect.poll(() => printsAt(url), { timeout: 6_000, interval: 50 }).toBe(mine)
  await pause(300)
  printer.wake()
  await expect.poll(() => printer.sheets.length, SOON).toBe(1)
  await issue(node)
  await expect.poll(() => printer.sheets.length, { timeout: 15_000 }).toBe(2)

  expect(printer.crossTalk()).toBe(0)
})

test('a kiosk that prints by itself says how it went, though another node prints for the others by then', async () => {
  const { url, here, there } = await startPrinted({ connection: { kind: 'browser' } })
  const [prints, rests] = (await printsAt(url)) === here.store.together.me ? [here, there] : [there, here]
  const { ticket } = await issue(rests)
  const path = '/api/offices/pernik/printing'
  expect((await rests.kiosk.post(`${path}/claims`, { ticket: ticket.id })).status).toBe(200)
  await prints.close()
  await expect.poll(() => printsAt(url), { timeout: TAKEN_OVER_MS }).toBe(rests.store.together.me)
  await pause(300) // it has looked through what the other has left
  await rests.kiosk.post(`${path}/outcomes`, { ticket: ticket.id, printed: true })

  expect((await viewAt(rests, 'printing')).jobs).toMatchObject([{ state: 'printed', failure: null }])
})

async function startBoards() {
  const { nodes } = await start(2)
  const [here, there] = nodes as [Hall, Hall] // two
  const boards = await hangTwo(here, there)
  return { here, there, boards }
}

const speaking = (boards: readonly HungBoard[]) => boards.filter((board) => board.speaks())

test('boards that hang on two nodes have one voice, and another within five seconds when the node of the speaking one goes', async () => {
  const { here, there, boards } = await startBoards()
  await expect.poll(() => speaking(boards).length, SOON).toBe(1)
  await expect.poll(async () => (await viewAt(here, 'boards')).boards.length, SOON).toBe(2)
  await expect
    .poll(async () => JSON.stringify(await viewAt(there, 'boards')), SOON)
    .toBe(JSON.stringify(await viewAt(here, 'boards')))
  const speaker = boards.findIndex((board) => board.speaks())
  const [goes, stays] = speaker === 0 ? [here, there] : [there, here]
  await goes.close()
  const gone = performance.now()
  await expect.poll(() => boards[1 - speaker]?.speaks(), { timeout: TAKEN_OVER_MS, interval: 20 }).toBe(true)

  expect(performance.now() - gone).toBeLessThan(TAKEN_OVER_MS)
  const { boards: seenThere } = await viewAt(stays, 'boards')
  expect(
    seenThere.map(({ state, speaks }) => `${state}, ${speaks ? 'speaks' : 'silent'}`).toSorted(),
  ).toEqual(['gone, silent', 'well, speaks'])
  expect(boards.some((board) => board.spokeWith(boards))).toBe(false)
})

test('a board that moves to another node is the same board there, and none is left behind', async () => {
  const { here, there, boards } = await startBoards()
  await expect.poll(() => speaking(boards).length, SOON).toBe(1)
  const [first] = boards
  first.takeDown()
  const moved = hangBoard(there, there.device('demo-board'), 'page-of-the-first')
  onTestFinished(() => moved.takeDown())
  for (const node of [here, there])
    await expect
      .poll(async () => (await viewAt(node, 'boards')).boards.map(({ state }) => state), SOON)
      .toEqual(['well', 'well'])
})

test('a phone is told once, by whichever node, and knows the hall by one key', async () => {
  const service = await startPushService()
  onTestFinished(() => service.close())
  const { nodes } = await start(2, () => ({
    offices: [hasty()],
    environment: { PUBLIC_URL: 'https://gishe.example', PUSH_SERVICES: service.origin },
  }))
  const [here, there] = nodes as [Hall, Hall] // two
  const keyAt = async (node: Hall) => (await node.nobody.get('/api/offices/pernik/notices/key')).body
  expect(await keyAt(there)).toEqual(await keyAt(here))

  const { ticket } = await here.kiosk.done('issue-ticket', { service: 'heirs-certificate' })
  const phone = service.phone()
  const { status } = await there.nobody.post(`/api/offices/pernik/tickets/${ticket.code}/subscriptions`, {
    ...phone.subscription,
    language: 'bg',
  })
  expect(status).toBe(200)
  const clerk = await there.as('clerk2')
  await clerk.done('open-window', { window: 2 })
  await clerk.done('call-next', { window: 2 })
  await clerk.done('recall', { window: 2 })
  await expect
    .poll(() => phone.received.map(({ notice }) => [notice.kind, notice.body]).at(-1), SOON)
    .toEqual(['called', 'Вашият номер е повикан отново.'])
  await pause(600) // both nodes have looked
  const told = phone.received.map(({ notice }) => `${notice.kind} ${notice.body}`)

  expect(new Set(told).size).toBe(told.length)
})

test('nodes without an administrator print one link between them; it works once, and a session goes for every node', async () => {
  const { nodes } = await start(2, () => ({ kind: 'real' }))
  const said: string[] = []
  const invitations = await Promise.all(
    nodes.map(({ store, base }) =>
      openInvitation({ store, clock: systemClock(), base, say: (line) => said.push(line) }),
    ),
  )
  onTestFinished(async () => void (await Promise.all(invitations.map((each) => each.stop()))))
  await expect.poll(() => said.some((line) => line.includes('stands in the journal of')), SOON).toBe(true)
  const links = said.flatMap((line) => /\/invitation#([\w-]+)/.exec(line)?.[1] ?? [])
  expect(links).toHaveLength(1)

  const replies = await Promise.all(
    nodes.map((node, index) =>
      node.nobody.post(`/api/invitations/${links[0]}`, {
        user: `admin${index}`,
        name: 'Администратор',
        password: 'a long password',
      }),
    ),
  )
  expect(replies.map(({ status }) => String(status)).toSorted()).toEqual(['200', '410'])

  const made = replies.findIndex(({ status }) => status === 200)
  const admin = await nodes[made]?.as(`admin${made}`, 'a long password')
  for (const node of nodes)
    expect((await fetch(`${node.base}/api/staff`, { headers: admin?.headers ?? {} })).status).toBe(200)
})
