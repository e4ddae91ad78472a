import { expect, onTestFinished, test } from 'vitest'
import { askStatus } from '#server/hall/delivery.ts'
import { openNetworkPort } from '#server/hall/port.ts'
import { plugInPrinter } from '#server/training/printer.ts'
import { HASTY } from './printed-hall.ts'

/** The machine gives the program no time for so long. */
function standStill(ms: number) {
  const end = performance.now() + ms
  while (performance.now() < end);
}

async function lineToPrinter() {
  const printer = await plugInPrinter()
  const port = await openNetworkPort({ host: '127.0.0.1', port: printer.port }, HASTY.connectMs)
  onTestFinished(async () => {
    await port.close()
    await printer.close()
  })
  return { printer, port }
}

test('A printer is not taken for silent because the program itself stood still while it answered', async () => {
  const { port } = await lineToPrinter()
  const asked = askStatus({ port, patience: HASTY })
  await new Promise(setImmediate)
  standStill(HASTY.answerMs + 200)

  expect((await asked).kind).toBe('ready')
})

test('A printer that does not answer is still found silent', async () => {
  const { printer, port } = await lineToPrinter()
  printer.set({ silent: true })

  expect(await askStatus({ port, patience: HASTY })).toEqual({ kind: 'trouble', trouble: 'no-answer' })
})
