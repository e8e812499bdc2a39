/** Names of the classes of a value, the nearest first, without `Object`. */
export function classNames(value: object): string[] {
  const names: string[] = []
  let at = prototypeOf(value)
  for (let height = 0; at !== null && at !== Object.prototype && height < highest; height++) {
    const { constructor } = attempted(() => ({ constructor: at?.constructor }), { constructor: undefined })
    const name = typeof constructor === 'function' ? nameOf(constructor) : ''
    if (name !== '') names.push(name)
    at = prototypeOf(at)
  }
  return names
}

/** A proxy may name itself as its prototype. */
const highest = 50

function prototypeOf(value: object): object | null {
  return attempted(() => Object.getPrototypeOf(value) as object | null, null)
}

/** Its own name, where that is plain text: a class may have a static getter of that name. */
export function nameOf(value: object): string {
  const name: unknown = attempted(() => Object.getOwnPropertyDescriptor(value, 'name')?.value, '')
  return typeof name === 'string' ? name : ''
}

/** What reading comes to; hostile values throw when they are looked at. */
export function attempted<T, U>(read: () => T, otherwise: U): T | U {
  try {
    return read()
  } catch {
    return otherwise
  }
}
