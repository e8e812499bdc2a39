import type { Exchange, Received } from '../model/exchange.ts'
import { subPathOf } from '../language/sub-path.ts'
import { pathSegments, segmentsOf } from '../language/target.ts'

/** The address that was called, as the function that it names would have to see it. */
export function asReceived(exchange: Exchange, received: Received | undefined): Exchange {
  if (received === undefined) return exchange
  const { target } = exchange.request
  const [, appId = ''] = /\/apps\/([^/?]+)/.exec(target) ?? []
  const subPath = subPathOf({ name: received.function, target, appId })
  return { ...exchange, received: { function: received.function, subPath } }
}

/** Says which function was called that the address does not name; side by side, calls arrive in any order. */
export function calledInstead(before: readonly Exchange[], behind: readonly Exchange[]): string | undefined {
  const addresses = before.map(({ request }) => request.target)
  const wrong = behind.find(({ received }) => !addresses.some((target) => names(target, received?.function)))
  return wrong && `${wrong.received?.function} was called, which the address does not name`
}

/** Whether an address names a function, with its slashes or as one segment. */
export function names(target: string, name: string | undefined): boolean {
  if (name === undefined) return false
  const segments = pathSegments(target)
  const own = segmentsOf(name)
  return segments.some(
    (_, at) => segments[at] === name || own.every((segment, index) => segments[at + index] === segment),
  )
}
