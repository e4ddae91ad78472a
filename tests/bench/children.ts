import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { PhonesReport, PhonesWanted } from './phones.ts'

/** Runs a script beside this one as a process of its own. */
export function child(script: string, ...options: readonly string[]): ChildProcess {
  return fork(join(import.meta.dirname, script), options, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  })
}

/** @returns the next thing that the process says. @throws when it ends without a word. */
export function word<T>(process: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    process.once('message', (message) => resolve(message as T)) // both ends are ours
    process.once('exit', (code) => reject(new Error(`${process.spawnargs.join(' ')} ended with ${code}`)))
  })
}

export function ended(process: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (process.exitCode !== null || process.signalCode !== null) return resolve()
    process.once('exit', () => resolve())
    process.kill('SIGKILL')
    return undefined
  })
}

export type Phones = { readonly report: () => Promise<PhonesReport>; readonly close: () => Promise<void> }

/** @returns once every phone is on the line. */
export async function openPhones(wanted: PhonesWanted): Promise<Phones> {
  const phones = child('phones.ts')
  phones.send(wanted)
  await word<'ready'>(phones)
  return {
    report() {
      phones.send('report')
      return word<PhonesReport>(phones)
    },
    close: () => ended(phones),
  }
}
