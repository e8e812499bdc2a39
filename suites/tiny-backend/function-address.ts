import { percentDecoded, segmentsOf } from '../../harness/language/target.ts'

/** Which function a request means, and what it sees of the address. */
export interface FunctionAddress {
  readonly name: string
  /** The name and what follows it, as they came, without the host's own path. */
  readonly path: string
}

/**
 * The function with the longest name that the path begins with: `orders/process` before `orders`. Undefined where no
 * function is called so.
 */
export function functionAddress(path: string, names: ReadonlyMap<string, unknown>): FunctionAddress | undefined {
  const segments = segmentsOf(path)
  for (let length = segments.length; length > 0; length--) {
    const name = segments.slice(0, length).map(percentDecoded).join('/')
    if (names.has(name)) return { name, path: `/${segments.join('/')}` }
  }
  return undefined
}
