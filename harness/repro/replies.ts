import type { Encoded } from '../model/value.ts'
import type { Reply } from '../model/world.ts'
import { formValue, isObject } from '../language/form.ts'
import { callOf, led, listOf, objectOf, type Doc } from './source/doc.ts'
import { fill, type Filled } from './source/scope.ts'
import { quote } from './source/text.ts'
import { writeValue } from './source/value.ts'
import { NotExpressible } from './not-expressible.ts'
import type { Script } from './script.ts'

/** A reply of the contract as the script's server writes it: `{ status, headers, body }`, or what the network does instead. */
export function writeReply(reply: Reply, script: Script): Doc {
  const fault = reply.fault === undefined ? undefined : textOf(reply.fault, script)
  if (fault === 'throws') return platformReply(500, 'the function threw')
  if (fault !== undefined) script.need(`fault ${fault === 'refused' ? 'reset' : fault}`)
  const body = bodyOf(reply, script)
  const headers = headersOf(reply, body.type, script)
  return objectOf([
    ...(fault === undefined ? [] : [led('fault: ', quote(fault === 'refused' ? 'reset' : fault))]),
    ...(reply.status === undefined ? [] : [led('status: ', writeValue(reply.status, script))]),
    ...(headers.length === 0 ? [] : [led('headers: ', objectOf(headers))]),
    ...body.members,
  ])
}

/** What the platform itself answers, outside any function. */
export function platformReply(status: number, message: string): Doc {
  return objectOf([
    `status: ${status}`,
    led('headers: ', objectOf([jsonType])),
    led('body: ', callOf('JSON.stringify', [objectOf([`message: ${quote(message)}`])])),
  ])
}

const jsonType = `'content-type': 'application/json'`

function textOf(template: Encoded, { scope }: Script): string {
  const filled: Filled = fill(String(template), scope)
  if (filled.kind === 'code')
    throw new NotExpressible('which fault the network has is known only while the contract runs')
  return String(filled.value)
}

interface Body {
  readonly members: readonly Doc[]
  readonly type?: string
}

function bodyOf(reply: Reply, script: Script): Body {
  if (reply.json !== undefined) {
    const text = callOf('JSON.stringify', [writeValue(reply.json, script)])
    return { members: [led('body: ', text)], type: 'application/json' }
  }
  if (reply.text !== undefined)
    return { members: [led('body: ', writeValue(reply.text, script))], type: 'text/plain;charset=utf-8' }
  if (reply.bytes !== undefined)
    return { members: [led('body: ', rawBytes(reply.bytes, script))], type: 'application/octet-stream' }
  if (reply.chunks === undefined) return { members: [] }
  script.need('chunks')
  const chunks = Array.isArray(reply.chunks)
    ? listOf((reply.chunks as readonly Encoded[]).map((chunk) => writeValue(chunk, script)))
    : writeValue(reply.chunks, script)
  return { members: [led('chunks: ', chunks)], type: 'text/plain;charset=utf-8' }
}

/** Base64 text stands for bytes here. */
function rawBytes(template: Encoded, script: Script): Doc {
  const filled = typeof template === 'string' ? fill(template, script.scope) : undefined
  const value = filled?.kind === 'value' ? filled.value : template
  return writeValue({ $bytes: formValue(value, 'bytes') ?? value }, { ...script, literal: true })
}

function headersOf(reply: Reply, type: string | undefined, script: Script): Doc[] {
  const filled = typeof reply.headers === 'string' ? fill(reply.headers, script.scope) : undefined
  const value = filled?.kind === 'value' ? filled.value : (reply.headers ?? {})
  if (!isObject(value)) throw new NotExpressible('headers of a reply that are known only while the contract runs')
  const literal = { ...script, literal: filled !== undefined }
  const written = Object.entries(value).map(([name, item]) =>
    led(`${quote(name)}: `, typeof item === 'number' ? quote(String(item)) : writeValue(item, literal)),
  )
  const typed = Object.keys(value).some((name) => name.toLowerCase() === 'content-type')
  return typed || type === undefined ? written : [...written, `'content-type': ${quote(type)}`]
}
