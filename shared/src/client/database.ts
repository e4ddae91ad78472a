/** This machine's own memory: what is in it outlives the page, the browser and a power cut. */

/**
 * @param lay lays the database out when it is new.
 * @throws when the browser keeps nothing for this page.
 */
export function openDatabase(name: string, lay: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.addEventListener('upgradeneeded', () => lay(request.result))
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
  stores: readonly string[],
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
