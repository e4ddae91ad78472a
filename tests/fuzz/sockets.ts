import { WebSocket } from 'ws'
import { startProcess, type HallProcess } from '../harness/process.ts'

const OPENED_AT_ONCE = 200
const LINES_OF_AN_ADDRESS = 1_000
const COMMANDS = 300

/** So many lines that say nothing, from as many machines as it takes; measures the hall's memory and the kiosk's wait for a ticket. */
export async function idleSockets(count: number): Promise<void> {
  process.env['NODE_OPTIONS'] = '--max-semi-space-size=4 --max-old-space-size=256' // as `npm start` has it
  const hall = await startProcess()
  const lines: WebSocket[] = []
  try {
    await report(hall, 'nobody')
    const began = performance.now()
    for (let index = 0; index < count; index += OPENED_AT_ONCE) {
      const some = Array.from({ length: Math.min(OPENED_AT_ONCE, count - index) }, (_, each) =>
        openLine(hall.port, index + each),
      )
      lines.push(...(await Promise.all(some)))
    }
    console.log(`${count} lines opened in ${((performance.now() - began) / 1_000).toFixed(1)} s`)
    await report(hall, `${count} lines`)
    const left = lines.filter(({ readyState }) => readyState === WebSocket.OPEN).length
    console.log(`${left} of them are still there`)
  } finally {
    for (const line of lines) line.terminate()
    await hall.close()
  }
}

async function report(hall: HallProcess, who: string) {
  const took: number[] = []
  for (let command = 0; command < COMMANDS; command += 1) {
    const began = performance.now()
    await hall.kiosk.done('issue-ticket', { service: 'payment' })
    took.push(performance.now() - began)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) => (took[Math.floor(share * (COMMANDS - 1))] ?? 0).toFixed(1)
  const figures = String((await hall.nobody.get('/metrics')).body)
  const memory = Number(/^edno_gishe_process_resident_memory_bytes (\S+)/m.exec(figures)?.[1]) / 2 ** 20
  console.log(
    `${who}: a ticket in ${at(0.5)} ms (median), ${at(0.99)} ms (99 %); memory ${memory.toFixed(0)} MB`,
  )
}

/** A line that has said that it is one, and goes on answering the server's pings. */
function openLine(port: number, index: number): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const line = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
      localAddress: `127.0.0.${2 + Math.floor(index / LINES_OF_AN_ADDRESS)}`,
      perMessageDeflate: false,
    })
    line.once('error', reject)
    line.on('message', (data: Buffer) => {
      const text = data.toString()
      if (text.startsWith('0')) line.send('40')
      if (text === '2') line.send('3')
      if (text.startsWith('40')) resolve(line)
    })
    line.once('close', () => reject(new Error('the line was refused')))
  })
}
