/** @returns the set with the member in it if it was not, without it if it was. */
export function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  return set.has(member) ? new Set([...set].filter((each) => each !== member)) : new Set([...set, member])
}

/** @returns whether both hold the same members. */
export function isSame<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
  return one.size === other.size && [...one].every((member) => other.has(member))
}
