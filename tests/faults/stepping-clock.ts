import { readFileSync } from 'node:fs'

/**
 * To be loaded before a server: its machine's clock shows what the file named in `CLOCK` says, counted from the moment at which
 * that is read; SIGWINCH has it read again. So a system's clock is set, without the system's.
 */
const machine = Date.now
let ahead = 0
read()
process.on('SIGWINCH', read)
Date.now = () => machine() + ahead

function read() {
  ahead = Number(readFileSync(process.env['CLOCK'] ?? '', 'utf8')) - machine()
}
