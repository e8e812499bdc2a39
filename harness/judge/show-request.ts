import type { Encoded } from '../model/value.ts'
import type { Exchange } from '../model/exchange.ts'
import type { View } from './request.ts'

/** A recorded request in a few words, for evidence about how many there were. */
export function showRequest({ request, received, frame }: Exchange, view: View): Encoded {
  if (frame !== undefined) return { socket: frame.kind, ...(frame.event !== undefined && { event: frame.event }) }
  return view === 'sends'
    ? { method: request.method, target: request.target }
    : { method: request.method, function: received?.function ?? '', path: `/${received?.subPath.join('/') ?? ''}` }
}
