/**
 * Own properties only, `__proto__` included: an ordinary assignment to it would set the prototype and lose
 * the key, which is exactly the mistake that contracts look for in others.
 */
export function objectFrom<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  return Object.fromEntries(entries) as Record<string, T>
}

export function hasOwn(object: object, key: string): boolean {
  return Object.hasOwn(object, key)
}
