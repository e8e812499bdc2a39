/**
 * Own properties only, `__proto__` included: an ordinary assignment to it would set the prototype and lose
 * the key, which is exactly the mistake that contracts look for in others.
 */
export function objectFrom<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  return Object.fromEntries(entries)
}

/** What stands under a key of an object itself, and not of its prototype. */
export function ownValue<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
