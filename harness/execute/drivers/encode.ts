import { Stream } from 'node:stream'
import type { Encoded } from '../../model/value.ts'
import { escapeKey } from '../../language/form.ts'
import { objectFrom } from '../../language/own.ts'
import { attempted, classNames, nameOf } from './class-names.ts'
import type { LiveValues } from './live.ts'
import { scalar } from './scalar.ts'

/**
 * A live value as data. Plain objects and arrays are taken apart; of anything with a class of its own only
 * its own plain properties are looked at; getters and proxies of a client are never run.
 */
export async function encode(value: unknown, live: LiveValues): Promise<Encoded> {
  const reading: Promise<void>[] = []
  const encoded = encodeNow(value, { live, reading, seen: new Set(), depth: 0 })
  if (reading.length > 0) await Promise.all(reading)
  return encoded
}

/** One level deep: what kind of thing it is, and a reference to it. Nothing of it is enumerated. */
export function describe(value: unknown, live: LiveValues): Encoded {
  if (typeof value === 'function') return { $function: { name: nameOf(value), ref: live.keep(value) } }
  if (typeof value === 'object' && value !== null)
    return { $instance: { class: classNames(value), own: {}, ref: live.keep(value) } }
  return scalar(value)
}

interface Encoding {
  readonly live: LiveValues
  /** Bodies of files, which can only be read asynchronously. */
  readonly reading: Promise<void>[]
  /** The objects that the value lies in. */
  readonly seen: Set<object>
  readonly depth: number
}

/** Deeper than any draw, shallow enough for a hostile value. */
const deepest = 200

function encodeNow(value: unknown, at: Encoding): Encoded {
  if (typeof value === 'function') return { $function: { name: nameOf(value), ref: at.live.keep(value) } }
  if (typeof value !== 'object' || value === null) return scalar(value)
  if (at.seen.has(value)) return { $instance: { class: ['circular'], own: {} } }
  if (at.depth > deepest) return { $instance: { class: ['too deep'], own: {} } }
  at.seen.add(value)
  // A value may defend itself (a revoked proxy, a trap that throws): then that is what there is to say of it.
  const unreadable: Encoded = { $instance: { class: ['unreadable'], own: {} } }
  const encoded = attempted(() => encodeObject(value, { ...at, depth: at.depth + 1 }), unreadable)
  at.seen.delete(value)
  return encoded
}

function encodeObject(value: object, at: Encoding): Encoded {
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => encodeNow(item, at))
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null ? encodePlain(value, at) : encodeInstance(value, at)
}

function encodePlain(value: object, at: Encoding): Encoded {
  return objectFrom(ownValues(value).map(([key, item]) => [escapeKey(key), encodeNow(item, at)] as const))
}

/** Own enumerable data properties; a getter is not run. */
function ownValues(value: object): [string, unknown][] {
  return Object.keys(value).map((key) => {
    const property = Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor
    return [key, 'value' in property ? (property.value as unknown) : Symbol('getter')]
  })
}

function encodeInstance(value: object, at: Encoding): Encoded {
  if (value instanceof Error) return { $error: encodeError(value, at) }
  if (value instanceof Date) return { $date: Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString() }
  if (value instanceof Uint8Array) return { $bytes: new Uint8Array(value) }
  if (value instanceof ArrayBuffer) return { $bytes: new Uint8Array(value.slice(0)) }
  if (value instanceof Blob) return encodeBlob(value, at)
  return { $instance: describeInstance(value, at) }
}

/**
 * Its properties are looked at only when somebody asks: most instances pass by unread, and some are large. Those of
 * Node's streams and requests are its own business, and not the same in two runs.
 */
function describeInstance(value: object, { live }: Encoding): Encoded {
  let own: Encoded | undefined
  return {
    class: classNames(value),
    get own() {
      return (own ??= value instanceof Stream ? {} : attempted(() => shallow(value), {}))
    },
    ref: live.keep(value),
  }
}

function encodeBlob(value: Blob, { reading }: Encoding): Encoded {
  const described: Record<string, Encoded> = { type: value.type, bytes: '' }
  if (value instanceof File) described['name'] = value.name
  reading.push(
    Blob.prototype.arrayBuffer.call(value).then((buffer) => void (described['bytes'] = new Uint8Array(buffer))),
  )
  return value instanceof File ? { $file: described } : { $blob: described }
}

const errorKeys = ['status', 'code', 'response', 'data'] as const

function encodeError(error: Error, at: Encoding): Encoded {
  const described: Record<string, Encoded> = {
    class: classNames(error),
    name: attempted(() => String(error.name), ''),
    message: attempted(() => String(error.message), ''),
  }
  for (const key of errorKeys) {
    const value = attempted(() => (error as Error & Record<string, unknown>)[key], undefined)
    if (value !== undefined) described[key] = encodeNow(value, at)
  }
  const cause = attempted(() => error.cause, undefined)
  if (cause instanceof Error) described['cause'] = encodeNow(cause, at)
  return described
}

/** Own properties of an instance that are plain values; of others only the class. */
function shallow(value: object): Encoded {
  return objectFrom(
    ownValues(value)
      .slice(0, 100)
      .map(([key, item]) => [escapeKey(key), shallowValue(item)] as const),
  )
}

function shallowValue(item: unknown): Encoded {
  if (typeof item === 'function') return { $function: { name: nameOf(item) } }
  if (Array.isArray(item) && item.every((one) => typeof one === 'string')) return item as string[]
  if (typeof item === 'object' && item !== null) return { $instance: { class: classNames(item), own: {} } }
  return scalar(item)
}
