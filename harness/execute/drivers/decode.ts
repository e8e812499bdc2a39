import type { Encoded, EncodedObject } from '../../model/value.ts'
import { bytesOf, utf8Of } from '../../language/bytes.ts'
import { formOf, isObject, unescapeKey } from '../../language/form.ts'
import { objectFrom } from '../../language/own.ts'
import type { Behaviour } from './callbacks.ts'
import { referenceOf, type LiveValues } from './live.ts'

/** What the forms that mean something only in a running case become. */
export interface Hooks {
  readonly live: LiveValues
  callback: (name: string, behaviour?: Behaviour) => unknown
  signal: (when: string) => AbortSignal
  fixture: (path: string) => Uint8Array
}

/** A written value as the live one that a caller would hold. */
export function decode(value: Encoded, hooks: Hooks): unknown {
  if (Array.isArray(value)) return (value as readonly Encoded[]).map((item) => decode(item, hooks))
  if (!isObject(value)) return value
  const form = formOf(value)
  if (form === undefined) return decodeObject(value, hooks)
  const read = forms[form.word]
  if (read === undefined) throw new Error(`$${form.word} is no value; the loader should have refused it`)
  return read(form.value, hooks, value)
}

function decodeObject(value: EncodedObject, hooks: Hooks): Record<string, unknown> {
  return objectFrom(Object.entries(value).map(([key, item]) => [unescapeKey(key), decode(item, hooks)] as const))
}

type Read = (value: Encoded, hooks: Hooks, whole: EncodedObject) => unknown

const special: Readonly<Record<string, unknown>> = {
  undefined: undefined,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
}

const forms: Readonly<Record<string, Read>> = {
  value: (value) => special[value as string],
  // A copy: what an SDK does to its argument must not change what was drawn.
  bytes: (value) => new Uint8Array(bytesOf(value)),
  date: (value) => new Date(value as string),
  file: (value) => {
    const { name, type } = value as EncodedObject
    return new File([contentOf(value as EncodedObject)], name as string, { type: (type as string) ?? '' })
  },
  blob: (value) =>
    new Blob([contentOf(value as EncodedObject)], { type: ((value as EncodedObject)['type'] as string) ?? '' }),
  form: decodeForm,
  request: (value, hooks) => {
    const { url, method, headers } = decode(value, hooks) as { url?: string; method?: string; headers?: object }
    const sent = Object.entries(headers ?? {}).filter(([, value]) => value !== undefined) as [string, string][]
    return new Request(url ?? 'https://app.example/', { method: method ?? 'GET', headers: sent })
  },
  headers: (value, hooks) => new Headers(decode(value, hooks) as Record<string, string>),
  params: (value, hooks) => new URLSearchParams(pairsOf(decode(value, hooks) as Record<string, string | string[]>)),
  stream: (value, hooks) => streamOf(decode(value, hooks) as string[]),
  callback: (value, hooks) => {
    if (!isObject(value)) return hooks.callback(value as string)
    const { name, ...behaviour } = value
    return hooks.callback(name as string, behaviour)
  },
  signal: (value, hooks) => hooks.signal(value as string),
  fixture: (value, hooks) => hooks.fixture(value as string),
  function: (_, hooks, whole) => hooks.live.get(referenceOf(whole) as number),
  instance: (_, hooks, whole) => hooks.live.get(referenceOf(whole) as number),
}

function contentOf({ text, bytes }: EncodedObject): BlobPart {
  return (text === undefined ? bytesOf((bytes ?? '') as Encoded) : utf8Of(text as string)) as BlobPart
}

function streamOf(texts: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const text of texts) controller.enqueue(utf8Of(text))
      controller.close()
    },
  })
}

function pairsOf(named: Readonly<Record<string, string | string[]>>): [string, string][] {
  return Object.entries(named).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))
}

function decodeForm(value: Encoded, hooks: Hooks): FormData {
  const form = new FormData()
  for (const [key, item] of Object.entries(value as EncodedObject)) {
    for (const one of Array.isArray(item) ? (item as readonly Encoded[]) : [item]) {
      form.append(unescapeKey(key), decode(one, hooks) as string | Blob)
    }
  }
  return form
}
