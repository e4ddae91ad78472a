import type { OfficeId } from '#shared/ids.ts'
import type { Records } from '../domain/reception/records.ts'
import type { ReceptionStore } from '../store/reception-store.ts'

/** The rules want a fact that has not been read: `read` gets it, and the command is decided again. */
export class NotAtHand extends Error {
  readonly read: () => Promise<void>
  constructor(read: () => Promise<void>) {
    super('a fact has to be read first')
    this.read = read
  }
}

/**
 * The rules are a pure function and wait for nothing; a database does. So what they look up is read between two
 * decisions of the same command, and known from the second on. Few commands look anything up.
 */
export function gathering(reception: ReceptionStore, office: OfficeId): Records {
  const known = new Map<string, unknown>()

  function at<T>(key: string, read: () => Promise<T>): T {
    if (known.has(key)) return known.get(key) as T // kept below, under a key of its own kind
    throw new NotAtHand(async () => {
      known.set(key, await read())
    })
  }

  return {
    answered: (question) =>
      at(`answered ${JSON.stringify(question)}`, () => reception.answered(office, question)),
    codeOf: (number) =>
      at(`code ${number}`, async () => (await reception.find(office, number))?.code ?? null),
    hasPerson: (number) => at(`person ${number}`, () => reception.hasPerson(office, number)),
  }
}
