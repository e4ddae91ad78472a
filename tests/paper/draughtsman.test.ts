import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Document } from '#server/hall/document.ts'
import { hireDraughtsman, type Draughtsman } from '#server/hall/draughtsman.ts'
import { codeOn } from './sheet.ts'

let draughtsman: Draughtsman
beforeAll(() => void (draughtsman = hireDraughtsman()))
afterAll(() => draughtsman.close())

const withCode = (text: string): Document => ({ title: 'a code', blocks: [{ kind: 'qr', text }] })

test('What cannot be drawn is said so, and the next sheet is drawn as if nothing had been', async () => {
  await expect(draughtsman.draw(withCode('x'.repeat(5_000)), 576)).rejects.toThrow()

  expect(codeOn(await draughtsman.draw(withCode('https://example.bg/'), 576))).toBe('https://example.bg/')
})

test('Sheets asked for together each come to the one who asked', async () => {
  const addresses = ['a', 'b', 'c'].map((letter) => `https://example.bg/${letter}`)
  const sheets = await Promise.all(addresses.map((address) => draughtsman.draw(withCode(address), 384)))

  expect(sheets.map(codeOn)).toEqual(addresses)
})

test('One who is let go draws no more, and the hall hires another', async () => {
  const other = hireDraughtsman()
  const promised = other.draw(withCode('https://example.bg/'), 576)
  await Promise.all([expect(promised).rejects.toThrow('closed'), other.close()])

  expect((await other.draw(withCode('https://example.bg/'), 576)).width).toBe(576)
  await other.close()
})
