import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSpeech } from '#server/hall/speech.ts'
import { startHall, temporaryFolder, type Hall } from '../harness/hall.ts'

const VOICE = join(import.meta.dirname, '..', 'harness', 'voice.sh')
const folder = temporaryFolder()
const log = join(folder, 'said')
let hall: Hall
beforeAll(async () => {
  process.env['VOICE_LOG'] = log
  hall = await startHall({ speech: VOICE })
})
afterAll(async () => {
  delete process.env['VOICE_LOG']
  await hall.close()
  rmSync(folder, { recursive: true })
})

/** What the program was asked to say, oldest first, with its arguments. */
const said = (): readonly (readonly [readonly string[], string])[] =>
  existsSync(log)
    ? readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('\t'))
        .map(([given = '', text = '']) => [given.split(' '), text] as const)
    : []

const ask = (headers: Readonly<Record<string, string>>, text: string, language = 'bg') =>
  fetch(`${hall.base}/api/offices/pernik/speech`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ text, language }),
  })

test('a kiosk gets a sentence as sound, whole, and once said it is not made again', async () => {
  for (const language of ['bg', 'de', 'bg']) {
    const answer = await ask(hall.kiosk.headers, 'Вашият номер е Г 14', language)
    const wav = Buffer.from(await answer.arrayBuffer())

    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'audio/wav'])
    expect([wav.readUInt32LE(4) + 8, wav.readUInt32LE(40) + 44]).toEqual([wav.length, wav.length])
  }
  expect(said().map(([, text]) => text)).toEqual(['Вашият номер е Г 14', 'Вашият номер е Г 14'])
  expect(said().map(([[, voice]]) => voice)).toEqual(['bg', 'de'])
})

test('no list of processes shows what is said', () => {
  expect(said().flatMap(([argumentsGiven]) => argumentsGiven)).not.toContainEqual(
    expect.stringContaining('Г'),
  )
})

test('nobody but a kiosk is spoken to, and of its own office', async () => {
  const clerk = await hall.as('clerk1')
  expect((await ask({}, 'Проба')).status).toBe(401)
  expect((await ask(clerk.headers, 'Проба')).status).toBe(403)
  expect((await ask(hall.kiosk.headers, '')).status).toBe(400)
  expect((await ask(hall.kiosk.headers, 'а'.repeat(801))).status).toBe(400)
})

test('what cannot be said is refused in words, and a machine without a voice says so', async () => {
  const answer = await ask(hall.kiosk.headers, 'кажи нищо')
  expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'no-voice' }])

  const none = openSpeech({ program: join(folder, 'nowhere') })
  expect(await none.say({ text: 'Проба', language: 'bg' })).toEqual({ kind: 'none' })
})

test('more than a voice can say is refused, and the rest is said', async () => {
  const speech = openSpeech({ program: VOICE, limits: { atOnce: 1, waiting: 1 } })
  const sounds = await Promise.all(['едно', 'две', 'три'].map((text) => speech.say({ text, language: 'bg' })))
  expect(sounds.map(({ kind }) => kind)).toEqual(['sound', 'sound', 'busy'])
})
