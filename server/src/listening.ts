import { ConfigRefused, type Config } from './config.ts'

/**
 * @returns what to tell whoever starts a server that can't listen where it should; any other error as it is.
 * @param error what listening ended with.
 */
export function listeningRefused(error: unknown, { port, host }: Pick<Config, 'port' | 'host'>): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const told = (what: string) => new ConfigRefused(what, { cause: error })
  switch (code) {
    case 'EADDRINUSE':
      return told(
        `Port ${port} is taken: another program listens there, perhaps this one, started before. End it, or choose another port: PORT=${port + 1} npm start, or npm run demo -- --port ${port + 1}`,
      )
    case 'EACCES':
      return told(
        `Port ${port} may not be used by this user. Choose one above 1023: PORT, or --port of the demo.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return told(
        `HOST=${host} is no address of this machine. Without HOST the server listens on all of them.`,
      )
    default:
      return error
  }
}
