import type { Encoded, EncodedObject } from '../../model/value.ts'
import type { RecordedRequest } from '../../model/exchange.ts'
import type { Answer } from '../../model/world.ts'
import { isObject } from '../../language/form.ts'
import { parseJson } from '../../language/json.ts'
import { objectFrom } from '../../language/own.ts'
import { pathSegments, queryTextOf, pathOf } from '../../language/target.ts'
import { changedJson } from './json-body.ts'

/** What a request asks of an entity: `rest` is what follows the entity's name in the path. */
export interface AskedOfEntity {
  readonly entity: string
  readonly method: string
  readonly rest: readonly string[]
}

export function askedOfEntity({ method, target }: RecordedRequest): AskedOfEntity | undefined {
  const segments = pathSegments(target)
  const at = segments.indexOf('entities')
  const entity = segments[at + 1]
  return at < 0 || entity === undefined ? undefined : { entity, method, rest: segments.slice(at + 2) }
}

/** Whether a request is `METHOD …/entities/<entity>` and what `rest` says: the end of the path, `:id` for any one name. */
export function asks(request: RecordedRequest, method: string, rest: string): boolean {
  const asked = askedOfEntity(request)
  if (asked?.method !== method) return false
  const wanted = rest === '' ? [] : rest.split('/')
  const fits = (part: string, at: number): boolean =>
    wanted[at] === part || (wanted[at] === ':id' && !reserved.has(part))
  return asked.rest.length === wanted.length && asked.rest.every(fits)
}

const reserved: ReadonlySet<string> = new Set(['bulk', 'count', 'aggregate', 'upsert', 'update-many', 'import', 'me'])

/** Reads records, as a list or page by page. */
export function readsMany(request: RecordedRequest): boolean {
  return asks(request, 'GET', '') || asks(request, 'GET', 'v2/list')
}

/** Changes the query of a request. */
export function withQuery(request: RecordedRequest, change: (query: URLSearchParams) => void): RecordedRequest {
  const query = new URLSearchParams(queryTextOf(request.target))
  change(query)
  const text = query.toString()
  return { ...request, target: pathOf(request.target) + (text === '' ? '' : `?${text}`) }
}

/** A request without one name of its query. */
export function without(request: RecordedRequest, name: string): RecordedRequest {
  return withQuery(request, (query) => query.delete(name))
}

/** The JSON that a request carries; undefined where it carries none. */
export function jsonOf({ body }: Pick<RecordedRequest, 'body'>): Encoded | undefined {
  try {
    return body.length === 0 ? undefined : parseJson(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

/** The object that a request carries; an empty one where it carries something else. */
export function fieldsOf(request: Pick<RecordedRequest, 'body'>): EncodedObject {
  const json = jsonOf(request)
  return isObject(json ?? null) ? (json as EncodedObject) : {}
}

/** Changes the JSON of an answer that says that all went well. */
export function mapAnswer(answer: Answer, map: (value: Encoded) => Encoded): Answer {
  return answer.status >= 300 ? answer : { ...answer, body: changedJson(answer.body, map) }
}

/** Changes every record of an answer: one, a list, or those of a page. */
export function mapRecords(answer: Answer, map: (record: EncodedObject) => EncodedObject): Answer {
  const mapped = (value: Encoded): Encoded => {
    if (Array.isArray(value)) return value.map((one: Encoded) => mapped(one))
    if (!isObject(value)) return value
    const items = value['items']
    return Array.isArray(items) ? { ...value, items: mapped(items) } : map(value)
  }
  return mapAnswer(answer, mapped)
}

/** A record without these fields. */
export function withoutFields(record: EncodedObject, fields: readonly string[]): EncodedObject {
  return objectFrom(Object.entries(record).filter(([name]) => !fields.includes(name)))
}

/** Changes the text of the filter that a request of many records carries. */
export function mapFilter(request: RecordedRequest, map: (text: string) => string): RecordedRequest {
  return withQuery(request, (query) => {
    const text = query.get('q')
    if (text !== null) query.set('q', map(text))
  })
}

/** What the server says of a record. */
export const serverFields: readonly string[] = [
  'id',
  'created_date',
  'updated_date',
  'created_by',
  'created_by_id',
  'is_sample',
]

/** Of a record that a broken backend makes up. */
export const made: EncodedObject = {
  id: 'made-up',
  created_date: '2026-01-01T00:00:00.000Z',
  updated_date: '2026-01-01T00:00:00.000Z',
}

/** A query of all records of the run, whatever it asked for besides: records of others are left alone. */
export function ofTheRun(query: Encoded): Encoded {
  return isObject(query) && query['run'] !== undefined ? { run: query['run'] } : query
}
