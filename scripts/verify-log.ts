import { verifyLog } from '../server/src/store/verify-log.ts'

/** `npm run verify-log -- [options]`: what it says of the log goes out, and why nothing could be looked at beside it. */

const lines: string[] = []
const code = await verifyLog(process.argv.slice(2), (line) => void lines.push(line))
for (const line of lines) (code === 2 ? console.error : console.log)(line)
process.exit(code)
