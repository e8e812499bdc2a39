import type { Encoded, EncodedObject, Template } from '../../model/value.ts'
import { bytesOf } from '../../language/bytes.ts'
import { formOf, isObject, unescapeKey } from '../../language/form.ts'
import { NotExpressible } from '../not-expressible.ts'
import { callOf, led, listOf, objectOf, type Doc } from './doc.ts'
import { fill, fillNow, type Scope } from './scope.ts'
import { isPlainText } from './plain-text.ts'
import { keyOf, quote } from './text.ts'

/** Writes values down as a caller would write them. */
export interface Writing {
  readonly scope: Scope
  /** Text stands for itself: inside a drawn value there is nothing to fill in. */
  readonly literal: boolean
  /** Called with the name of each snippet that what is written needs. */
  readonly need: (snippet: string) => void
  readonly fixture: (path: string) => Uint8Array
}

/** The source of a value: JSON, and what JSON lacks. */
export function writeValue(value: Template, at: Writing): Doc {
  if (typeof value === 'string') return writeText(value, at)
  if (value instanceof Uint8Array) return writeBytes(value)
  if (Array.isArray(value)) return listOf((value as readonly Encoded[]).map((item) => writeValue(item, at)))
  if (!isObject(value)) return Object.is(value, -0) ? '-0' : JSON.stringify(value)
  const form = formOf(value)
  return form === undefined ? writeObject(value, at) : writeForm(form.word, form.value, at)
}

function writeText(text: string, at: Writing): Doc {
  if (at.literal) return quote(text)
  const filled = fill(text, at.scope)
  return filled.kind === 'code' ? filled.code : writeValue(filled.value, { ...at, literal: true })
}

/** Members of an object; what is left out there is left out here. */
export function writeObject(value: EncodedObject, at: Writing): Doc {
  return objectOf(Object.entries(value).map(([key, item]) => led(`${keyOf(keyText(key, at))}: `, writeValue(item, at))))
}

/** A key with its names filled in, as the object has it. */
export function keyText(key: string, { literal, scope }: Pick<Writing, 'literal' | 'scope'>): string {
  if (literal || !key.includes('${')) return unescapeKey(key)
  return fillNow(unescapeKey(key), scope)
}

type Write = (value: Encoded, at: Writing) => Doc

/** The forms of the language that stand for values. */
const forms: Readonly<Record<string, Write>> = {
  value: (value) => String(value),
  bytes: (value) => writeBytes(bytesOf(value)),
  date: (value, at) => callOf('new Date', [writeValue(value, at)]),
  file: (value, at) => writeFile(value as EncodedObject, at),
  blob: (value, at) => callOf('new Blob', [listOf([writeContent(value as EncodedObject, at)]), ...typeOf(value, at)]),
  form: (value, at) => {
    at.need('formData')
    return callOf('formData', [pairsOf(value as EncodedObject, at)])
  },
  request: (value, at) => writeRequest(value as EncodedObject, at),
  headers: (value, at) => callOf('new Headers', [writeValue(value, at)]),
  params: (value, at) => callOf('new URLSearchParams', [pairsOf(value as EncodedObject, at)]),
  stream: (value, at) => {
    at.need('streamOf')
    return callOf('streamOf', [writeValue(value, at)])
  },
  callback: (value, at) => {
    at.need('callbacks')
    return callOf('callback', [quote(value as string)])
  },
  signal: (value, at) => writeSignal(at.literal ? (value as string) : fillNow(value as string, at.scope), at),
  fixture: (value, at) => writeBytes(at.fixture(value as string)),
}

function writeForm(word: string, value: Encoded, at: Writing): Doc {
  const write = forms[word]
  if (write === undefined) throw new NotExpressible(`a $${word} cannot be handed to the SDK by a script`)
  return write(value, at)
}

function writeBytes(bytes: Uint8Array): Doc {
  if (bytes.length <= 16) return callOf('Uint8Array.of', [...bytes].map(String))
  return callOf('Uint8Array.from', [callOf('Buffer.from', [quote(base64(bytes)), quote('base64')])])
}

function writeFile(file: EncodedObject, at: Writing): Doc {
  return callOf('new File', [
    listOf([writeContent(file, at)]),
    writeValue(file['name'] as Encoded, at),
    ...typeOf(file, at),
  ])
}

function typeOf(value: Encoded, at: Writing): Doc[] {
  const type = (value as EncodedObject)['type']
  return type === undefined || type === '' ? [] : [objectOf([led('type: ', writeValue(type, at))])]
}

/** Text where it is readable, else bytes. */
function writeContent({ text, bytes }: EncodedObject, at: Writing): Doc {
  if (text !== undefined) return writeValue(text, at)
  const content = bytesOf(bytes ?? '')
  return isPlainText(content) ? quote(Buffer.from(content).toString()) : writeBytes(content)
}

/** Name and value pairs: a name with a list of values has several. */
function pairsOf(named: EncodedObject, at: Writing): Doc {
  const pairs = Object.entries(named).flatMap(([name, item]) =>
    (Array.isArray(item) ? (item as readonly Encoded[]) : [item]).map((one) =>
      listOf([quote(keyText(name, at)), writeValue(one, at)]),
    ),
  )
  return listOf(pairs)
}

/** A header that is `undefined` is not sent, which the script says as its caller would: by leaving it out. */
function writeRequest({ url, method, headers }: EncodedObject, at: Writing): Doc {
  at.need('sent')
  const options = [
    ...(method === undefined ? [] : [led('method: ', writeValue(method, at))]),
    ...(headers === undefined ? [] : [led('headers: ', callOf('sent', [writeValue(headers, at)]))]),
  ]
  const target = url === undefined ? quote('https://app.example/') : writeValue(url, at)
  return callOf('new Request', options.length === 0 ? [target] : [target, objectOf(options)])
}

function writeSignal(when: string, at: Writing): Doc {
  if (when === 'aborted') return 'AbortSignal.abort()'
  if (when === 'never') return 'new AbortController().signal'
  if (when === 'when-others-end') throw new NotExpressible('a script does not know when other calls have ended')
  at.need('abortWhen')
  return callOf('abortWhen', [quote(when === 'when-received' ? 'received' : 'read')])
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
