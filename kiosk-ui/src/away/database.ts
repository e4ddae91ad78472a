/** This machine's own memory: what is in it outlives the page, the browser and a power cut. */

const NAME = 'edno-gishe-kiosk'

/** `kept`: by name. `blocks`: numbers in store. `given`: tickets that were given and are not handed in, in order. */
export const STORES = ['kept', 'blocks', 'given'] as const
type StoreName = (typeof STORES)[number]

/** @throws when the browser keeps nothing for this page. */
export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.addEventListener('upgradeneeded', () => {
      const database = request.result
      database.createObjectStore('kept')
      database.createObjectStore('blocks', { keyPath: ['office', 'date', 'letter', 'from'] })
      const given = database.createObjectStore('given', { keyPath: 'order', autoIncrement: true })
      given.createIndex('by-key', 'key', { unique: true })
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')))
    request.addEventListener('blocked', () => reject(new Error('the database is held by another page')))
  })
}

/**
 * Does the work in one transaction: all of it is kept, or nothing.
 * @param work asks for what it needs with `answer`; while it awaits anything else, the transaction ends.
 * @returns what the work returned, once it is on the disk.
 */
export function inTransaction<T>(
  database: IDBDatabase,
  stores: readonly StoreName[],
  mode: 'readonly' | 'readwrite',
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([...stores], mode, { durability: 'strict' })
    let result: Promise<T> | null = null
    transaction.addEventListener('complete', () => {
      if (result !== null) result.then(resolve, reject)
    })
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
    result = work(transaction)
    result.catch((error: unknown) => {
      try {
        transaction.abort()
      } catch {
        // it has ended already
      }
      reject(error instanceof Error ? error : new Error(String(error)))
    })
  })
}

/** @returns what the database answers to one request. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
  })
}
