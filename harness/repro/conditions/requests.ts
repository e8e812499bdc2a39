import type { Encoded, EncodedObject } from '../../model/value.ts'
import { formValue } from '../../language/form.ts'
import { belowPath, type Condition, type Matching } from './condition.ts'
import { assigned } from './lists.ts'
import { conditionsOfRequest, type View } from './request.ts'

/** The requests of a step: closed, unless `$includes` opens it; in any order where steps were started together. */
export function conditionsOfRequests({
  pattern,
  view,
  ordered,
  at,
}: {
  pattern: Encoded
  view: View
  ordered: boolean
  at: Matching
}): Condition[] {
  const included = formValue(pattern, 'includes')
  const patterns = listOf(included ?? pattern)
  if (view === 'receives') at.need('received')
  const items = view === 'receives' ? 'received()' : 'requests'
  const ofItem = (one: Encoded, { code }: { code: string }, below: Matching): Condition[] =>
    conditionsOfRequest({ pattern: one as EncodedObject, code, view, at: below })
  const wanted = included === undefined ? 'these requests' : 'these requests among others'
  if (included !== undefined) return assigned({ patterns, items, at, wanted, ofItem })
  const count: Condition = {
    kind: 'test',
    path: at.path,
    test: `${items}.length === ${patterns.length}`,
    wanted: patterns.length === 1 ? 'one request' : `${patterns.length} requests`,
    observed: `${items}.map(({ method, url }) => method + ' ' + url)`,
  }
  if (!ordered && patterns.length > 1) return [count, ...assigned({ patterns, items, at, wanted, ofItem })]
  const each = patterns.flatMap((one, index) =>
    ofItem(one, { code: `${items}[${index}]` }, patterns.length === 1 ? at : belowPath(at, index)),
  )
  return [count, ...each]
}

function listOf(pattern: Encoded): readonly Encoded[] {
  return Array.isArray(pattern) ? (pattern as readonly Encoded[]) : [pattern]
}
