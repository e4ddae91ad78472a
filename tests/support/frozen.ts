/** @returns the value, so frozen in all its depth that whoever changes it is caught. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (value instanceof Set) {
    for (const member of value) frozen(member)
    for (const change of ['add', 'delete', 'clear'])
      Object.defineProperty(value, change, { value: forbidden })
  }
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

function forbidden(): never {
  throw new TypeError('a set of the day was changed in place')
}
