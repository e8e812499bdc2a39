import type { Bindings, Encoded } from '../model/value.ts'
import type { Answer, NetworkFault, Reply } from '../model/world.ts'
import { bytesOf, utf8Of } from '../language/bytes.ts'
import { formValue, isObject } from '../language/form.ts'
import { jsonText } from '../language/json.ts'
import { substitute } from '../language/substitute.ts'

/** A reply of a contract with its names filled in: what is put on the wire. */
export function answerFrom(reply: Reply, bindings: Bindings): Answer {
  const fill = (template: Encoded | undefined): Encoded | undefined =>
    template === undefined ? undefined : substitute(template, bindings)
  const fault = fill(reply.fault) as NetworkFault | undefined
  if (fault === 'throws') return platformAnswer(500, 'the function threw')
  const body = bodyOf(reply, fill)
  const headers = headersOf(fill(reply.headers))
  const typed = body.type === undefined || headers.some(([name]) => name.toLowerCase() === 'content-type')
  return {
    status: Number(fill(reply.status) ?? 200),
    headers: typed ? headers : [...headers, ['content-type', body.type]],
    body: body.bytes,
    ...(body.chunks && { chunks: body.chunks }),
    ...(fault !== undefined && { fault }),
  }
}

/** What the platform itself answers, outside any function. */
export function platformAnswer(status: number, message: string): Answer {
  return {
    status,
    headers: [['content-type', 'application/json']],
    body: utf8Of(JSON.stringify({ message })),
  }
}

interface Body {
  readonly bytes: Uint8Array
  readonly type?: string
  readonly chunks?: readonly Uint8Array[]
}

const nothing = new Uint8Array(0)

function bodyOf(reply: Reply, fill: (template: Encoded | undefined) => Encoded | undefined): Body {
  if (reply.json !== undefined) {
    return { bytes: utf8Of(jsonText(fill(reply.json) as Encoded) ?? ''), type: 'application/json' }
  }
  if (reply.text !== undefined) return { bytes: utf8Of(String(fill(reply.text))), type: 'text/plain;charset=utf-8' }
  if (reply.bytes !== undefined) return { bytes: rawBytes(fill(reply.bytes)), type: 'application/octet-stream' }
  if (reply.chunks !== undefined) {
    const chunks = (fill(reply.chunks) as readonly Encoded[]).map(chunkBytes)
    return { bytes: nothing, type: 'text/plain;charset=utf-8', chunks }
  }
  return { bytes: nothing }
}

function chunkBytes(chunk: Encoded): Uint8Array {
  return typeof chunk === 'string' ? utf8Of(chunk) : rawBytes(chunk)
}

function rawBytes(value: Encoded | undefined): Uint8Array {
  return bytesOf(formValue(value, 'bytes') ?? (value as Encoded))
}

function headersOf(headers: Encoded | undefined): [string, string][] {
  if (!isObject(headers)) return []
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as readonly Encoded[]) : [value]).map((one): [string, string] => [
      name,
      String(one),
    ]),
  )
}
