import type { Encoded } from '../../model/value.ts'
import { utf8Of } from '../../language/bytes.ts'
import { isObject } from '../../language/form.ts'
import { jsonText, parseJson } from '../../language/json.ts'
import { objectFrom } from '../../language/own.ts'

/** A body of JSON, changed; any other stays as it is. */
export function changedJson(body: Uint8Array, map: (value: Encoded) => Encoded): Uint8Array {
  if (body.length === 0) return body
  try {
    const changed = map(parseJson(new TextDecoder().decode(body)))
    return utf8Of(jsonText(changed) ?? '')
  } catch {
    return body
  }
}

type Members = readonly (readonly [string, Encoded])[]

/** Changes the members of every object, the inner ones first. */
export function mapObjects(value: Encoded, map: (members: Members) => Members): Encoded {
  if (Array.isArray(value)) return value.map((item: Encoded) => mapObjects(item, map))
  if (!isObject(value)) return value
  return objectFrom(map(Object.entries(value).map(([key, member]) => [key, mapObjects(member, map)])))
}

export function mapNumbers(value: Encoded, map: (number: number) => number): Encoded {
  if (typeof value === 'number') return map(value)
  if (Array.isArray(value)) return value.map((item: Encoded) => mapNumbers(item, map))
  if (!isObject(value)) return value
  return objectFrom(Object.entries(value).map(([key, member]) => [key, mapNumbers(member, map)]))
}
