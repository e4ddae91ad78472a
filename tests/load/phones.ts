import { setPriority } from 'node:os'
import { WebSocket } from 'ws'

/** Phones in a process of their own, each on its ticket's line, from as many addresses as a town's would come. */

export type PhonesWanted = {
  readonly ports: readonly number[]
  readonly tickets: readonly (readonly [office: string, code: string])[]
}

const AT_ONCE = 100
/** So many come from one address: a carrier's customers share one. */
const OF_AN_ADDRESS = 500

/** The socket.io line of one phone, as `tests/bench/line.ts` speaks it. @returns once its ticket is shown. */
function open(port: number, office: string, code: string, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
      localAddress: address,
      perMessageDeflate: false,
      skipUTF8Validation: true,
    })
    socket.on('error', reject)
    socket.on('message', (data: Buffer) => {
      const text = data.toString('latin1', 0, 12)
      if (text === '2') return socket.send('3')
      if (text.startsWith('0')) return socket.send('40')
      if (text.startsWith('40'))
        return socket.send(`420${JSON.stringify(['watch', { office, view: `ticket/${code}` }])}`)
      if (text.startsWith('42["view"')) resolve()
      return undefined
    })
  })
}

if (import.meta.main) {
  setPriority(5) // phones bring their own processors
  process.on('message', async ({ ports, tickets }: PhonesWanted) => {
    for (let index = 0; index < tickets.length; index += AT_ONCE) {
      await Promise.all(
        tickets.slice(index, index + AT_ONCE).map(([office, code], place) => {
          const number = index + place
          const address = `127.0.1.${1 + Math.floor(number / OF_AN_ADDRESS)}`
          return open(ports[number % ports.length] ?? 0, office, code, address)
        }),
      )
    }
    process.send?.('ready')
  })
  process.on('disconnect', () => process.exit(0))
}
