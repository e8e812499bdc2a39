import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathOf } from '../language/target.ts'
import type { Said } from './emulated.ts'

/** One line for each request when it is over: `POST /functions/orders 200 12 ms`. A query may hold secrets. */
export function logRequest(
  incoming: IncomingMessage,
  { outgoing, say }: { outgoing: ServerResponse; say: (said: Said) => void },
): void {
  const started = performance.now()
  outgoing.once('close', () => {
    const took = Math.round(performance.now() - started)
    const how = outgoing.writableFinished ? String(outgoing.statusCode) : 'broken off'
    const level = outgoing.statusCode >= 500 ? 'error' : outgoing.statusCode >= 400 ? 'warn' : 'info'
    say({ from: 'requests', level, text: `${incoming.method} ${pathOf(incoming.url ?? '')} ${how} ${took} ms` })
  })
}
