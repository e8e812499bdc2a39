import { pathOf, percentDecoded, queryTextOf, segmentsOf } from '../../language/target.ts'

/** Which function a request means, and what the function sees of its address. */
export interface FunctionAddress {
  /** Undefined where no function is called so. */
  readonly name: string | undefined
  /** Its name and what follows it, as they came, with the query. */
  readonly target: string
}

/** Where functions are called: by the SDK's `invoke`, by its `fetch`, and as the documents write it for everybody else. */
const roots = [['api', 'apps', '{appId}', 'functions'], ['api', 'functions'], ['functions']]

/**
 * The function with the longest name that the address begins with: `orders/process` before `orders`. Undefined where it
 * is no address of functions.
 */
export function functionAddress(
  target: string,
  { appId, has }: { appId: string; has: (name: string) => boolean },
): FunctionAddress | undefined {
  const segments = segmentsOf(pathOf(target))
  const root = roots.find((root) => segments.length > root.length && startsWith(segments, root, appId))
  if (root === undefined) return undefined
  const below = segments.slice(root.length)
  const query = target.includes('?') ? `?${queryTextOf(target)}` : ''
  return { name: longestName(below.map(percentDecoded), has), target: `/${below.join('/')}${query}` }
}

function startsWith(segments: readonly string[], root: readonly string[], appId: string): boolean {
  return root.every((part, at) => percentDecoded(segments[at] ?? '') === (part === '{appId}' ? appId : part))
}

function longestName(below: readonly string[], has: (name: string) => boolean): string | undefined {
  for (let length = below.length; length > 0; length--) {
    const name = below.slice(0, length).join('/')
    if (has(name)) return name
  }
  return undefined
}
