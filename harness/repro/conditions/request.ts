import type { Encoded, EncodedObject } from '../../model/value.ts'
import { segmentsOf } from '../../language/target.ts'
import { flat, listOf } from '../source/doc.ts'
import { fill } from '../source/scope.ts'
import { memberOf, quote } from '../source/text.ts'
import { writeValue } from '../source/value.ts'
import { NotExpressible } from '../not-expressible.ts'
import { bodyKeys, conditionsOfBody } from './body.ts'
import { belowPath, type Condition, type Matching } from './condition.ts'
import { conditionsOfHeaders } from './headers.ts'
import { conditionsOf } from './pattern.ts'

/** As it left the SDK, or as the function got it. */
export type View = 'sends' | 'receives'

/** One request, as the script's server keeps it; a key that is left out is unconstrained. */
export function conditionsOfRequest({
  pattern,
  code,
  view,
  at,
}: {
  pattern: EncodedObject
  code: string
  view: View
  at: Matching
}): Condition[] {
  const closed =
    Object.hasOwn(pattern, 'path') && !Object.hasOwn(pattern, 'query') ? { ...pattern, query: {} } : pattern
  return Object.entries(closed).flatMap(([key, item]) =>
    conditionsOfPart({ key, item, code, view, at: belowPath(at, key) }),
  )
}

function conditionsOfPart({
  key,
  item,
  code,
  view,
  at,
}: {
  key: string
  item: Encoded
  code: string
  view: View
  at: Matching
}): Condition[] {
  if (bodyKeys.includes(key))
    return conditionsOfBody({ key, pattern: item, body: `${code}.body`, form: `${code}.form`, at })
  switch (key) {
    case 'client':
    case 'origin':
    case 'method':
    case 'aborted':
      return conditionsOf(item, { code: `${code}.${key}` }, at)
    case 'path':
      return conditionsOfPath(item, view === 'sends' ? `${code}.path` : `${code}.subPath`, at)
    case 'query':
      at.need('queryOf')
      return conditionsOf(item, { code: `queryOf(${code}.url)` }, at)
    case 'headers':
      return conditionsOfHeaders(item, (name) => ({ code: `${code}.headers${memberOf(name)}` }), at)
    case 'carries':
    case 'without':
      return conditionsOfTexts({ key, item, code, at })
    default:
      throw new NotExpressible(`"${key}" of a request cannot be asked by a script`)
  }
}

/** Compared on decoded segments: a name that holds `/` is several, one that holds `%2F` is one. */
function conditionsOfPath(item: Encoded, segments: string, at: Matching): Condition[] {
  if (typeof item !== 'string') return conditionsOf(item, { code: `\`/\${${segments}.join('/')}\`` }, at)
  const filled = at.literal ? ({ kind: 'value', value: item } as const) : fill(item, at.scope)
  const expected =
    filled.kind === 'code'
      ? `${filled.code}.split('/').filter((part, index) => index > 0 || part !== '')`
      : listOf(segmentsOf(String(filled.value)).map(quote))
  return [{ kind: 'equal', path: at.path, observed: segments, expected }]
}

/** Texts that occur somewhere in a request, or nowhere in it. */
function conditionsOfTexts({
  key,
  item,
  code,
  at,
}: {
  key: 'carries' | 'without'
  item: Encoded
  code: string
  at: Matching
}): Condition[] {
  at.need('everythingIn')
  const texts = Array.isArray(item) ? (item as readonly Encoded[]) : [item]
  const [not, where] = key === 'carries' ? ['', 'somewhere'] : ['!', 'nowhere']
  const observed = `everythingIn(${code})`
  return texts.map((text) => {
    const said = flat(writeValue(text, at))
    return {
      kind: 'test',
      path: at.path,
      test: `${not}${observed}.includes(${said})`,
      wanted: `${said} ${where} in it`,
      observed,
    }
  })
}
