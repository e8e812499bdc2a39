import type { EncodedObject, Template } from '../../model/value.ts'
import type { Exchange } from '../../model/exchange.ts'
import { formValue } from '../../language/form.ts'
import { match } from '../match.ts'
import { matchRequest, type View } from '../request.ts'
import { startTrail } from '../trail.ts'
import { replaceAt, type Changed, type Reading } from './changed.ts'
import { changesOfRequest } from './request.ts'

/** The exchanges of a step with one more, one less, and each part changed that a pattern mentions. */
export function* changesOfRequests({
  pattern,
  exchanges,
  view,
  ordered,
  reading,
}: {
  pattern: Template
  exchanges: readonly Exchange[]
  view: View
  ordered: boolean
  reading: Reading
}): Generator<Changed<readonly Exchange[]>> {
  const included = formValue(pattern, 'includes')
  const patterns = (
    Array.isArray(included ?? pattern) ? (included ?? pattern) : [included ?? pattern]
  ) as EncodedObject[]
  if (included === undefined) yield { path: ['one more'], value: [...exchanges, oneMore(exchanges)] }
  if (patterns.length > 0) yield { path: ['none'], value: exchanges.filter((exchange) => isOut(exchange, view)) }
  const seen = exchanges.filter((exchange) => !isOut(exchange, view))
  for (const [index, one] of patterns.entries()) {
    const meets = (exchange: Exchange): boolean =>
      matchRequest({ pattern: one, exchange, view, trail: startTrail(reading.bindings, {}), match }) === undefined
    const exchange = included === undefined && ordered ? seen[index] : seen.find(meets)
    if (exchange === undefined) continue
    // Among others, one that meets the pattern as well would stand in for the one that is changed.
    const alone = included === undefined ? exchanges : exchanges.filter((other) => other === exchange || !meets(other))
    const at = alone.indexOf(exchange)
    for (const { path, value } of changesOfRequest({ pattern: one, exchange, view, reading }))
      yield { path: patterns.length === 1 ? path : [index, ...path], value: replaceAt(alone, at, value) }
  }
}

/** Also where no function got any of them, one does. */
function oneMore(exchanges: readonly Exchange[]): Exchange {
  const last = exchanges.at(-1)
  return last === undefined ? anyRequest : { received: { function: '', subPath: [] }, ...last }
}

function isOut({ received }: Exchange, view: View): boolean {
  return view === 'receives' && received === undefined
}

const anyRequest: Exchange = {
  client: '',
  request: { method: 'GET', origin: '', target: '/', headers: [], body: new Uint8Array(0) },
  received: { function: '', subPath: [] },
  aborted: false,
}
