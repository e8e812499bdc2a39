import type { HttpRequest } from '../../model/contract.ts'
import type { Bindings, Encoded } from '../../model/value.ts'
import { bytesOf, utf8Of } from '../../language/bytes.ts'
import { formValue, isObject, unescapeKey } from '../../language/form.ts'
import { jsonText } from '../../language/json.ts'
import { substitute, substituteText } from '../../language/substitute.ts'
import { decode, type Hooks } from './decode.ts'

/** A request as it goes onto the wire. */
export interface RawRequest {
  readonly method: string
  /** Path and query, as they stand in the request line. */
  readonly target: string
  readonly headers: readonly (readonly [string, string])[]
  /** Undefined: it has none. */
  readonly body: Uint8Array | undefined
}

/** A request of a contract with its names filled in. Nothing is added but the type of a body that was made here. */
export async function rawRequestFrom(written: HttpRequest, bindings: Bindings, hooks: Hooks): Promise<RawRequest> {
  const fill = (template: Encoded | undefined): Encoded | undefined =>
    template === undefined ? undefined : substitute(template, bindings)
  const headers = namedValues(fill(written.headers))
  const { bytes, type } = await bodyOf(written, fill, hooks)
  const typed = type === undefined || headers.some(([name]) => name.toLowerCase() === 'content-type')
  return {
    method: String(fill(written.method) ?? 'GET'),
    target: rootFrom(written.at, bindings) + pathFrom(written.path, bindings) + queryFrom(fill(written.query)),
    headers: typed ? headers : [...headers, ['content-type', type]],
    body: bytes,
  }
}

function rootFrom(at: string | undefined, bindings: Bindings): string {
  return at === undefined ? '' : pathFrom(`\${wire.${substituteText(at, bindings)}}`, bindings)
}

/**
 * The path as it is written, with what a name stands for percent-encoded between its slashes: `new URL()` would make
 * `../x` and `a%2Fb` look right.
 */
function pathFrom(path: string, bindings: Bindings): string {
  return substituteText(path, bindings, (filled) => filled.split('/').map(encoded).join('/'))
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

function queryFrom(query: Encoded | undefined): string {
  if (query === undefined) return ''
  // As it is written, but for what cannot stand in a request line.
  if (typeof query === 'string') return `?${query.toWellFormed().replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent)}`
  const pairs = namedValues(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** Name and value pairs: several of one name where it has a list, none where it is undefined. */
function namedValues(named: Encoded | undefined): (readonly [string, string])[] {
  if (!isObject(named)) return []
  return Object.entries(named).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as readonly Encoded[]) : [value])
      .filter((one) => formValue(one, 'value') !== 'undefined')
      .map((one) => [unescapeKey(name), typeof one === 'string' ? one : JSON.stringify(one)] as const),
  )
}

interface Body {
  readonly bytes: Uint8Array | undefined
  readonly type?: string
}

async function bodyOf(
  written: HttpRequest,
  fill: (template: Encoded | undefined) => Encoded | undefined,
  hooks: Hooks,
): Promise<Body> {
  const json = fill(written.json)
  if (json !== undefined) return { bytes: utf8Of(jsonText(json) ?? ''), type: 'application/json' }
  const text = fill(written.text)
  if (text !== undefined) return { bytes: utf8Of(typeof text === 'string' ? text : JSON.stringify(text)) }
  const bytes = fill(written.bytes)
  if (bytes !== undefined) return { bytes: bytesOf(formValue(bytes, 'bytes') ?? bytes) }
  const form = fill(written.form)
  return form === undefined ? { bytes: undefined } : multipart(form, hooks)
}

/** The platform's own writer of multipart: the boundary is its choice. */
async function multipart(form: Encoded, hooks: Hooks): Promise<Body> {
  const written = new Response(decode({ $form: form }, hooks) as FormData)
  const type = written.headers.get('content-type') ?? ''
  return { bytes: new Uint8Array(await written.arrayBuffer()), type }
}
