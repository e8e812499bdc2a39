import type { Encoded } from '../model/value.ts'
import type { Exchange } from '../model/exchange.ts'
import type { View } from './request.ts'

/** A recorded request in a few words, for evidence about how many there were. */
export function showRequest({ request, received }: Exchange, view: View): Encoded {
  return view === 'sends'
    ? { method: request.method, target: request.target }
    : { method: request.method, function: received?.function ?? '', path: `/${received?.subPath.join('/') ?? ''}` }
}
