import type { Encoded } from '../model/value.ts'
import { isObject } from '../language/form.ts'
import type { Path } from './yaml/path.ts'

/** The fields of an object; none where it is something else (of which the grammar has complained already). */
export function fieldsOf(value: Encoded | undefined): readonly (readonly [string, Encoded])[] {
  return isObject(value) ? Object.entries(value) : []
}

/** The field of an object, or undefined where it has none, or is no object. */
export function fieldOf(value: Encoded | undefined, key: string): Encoded | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** The items of a list; none where it is something else. */
export function itemsOf(value: Encoded | undefined): readonly Encoded[] {
  return Array.isArray(value) ? (value as readonly Encoded[]) : []
}

/** The texts in a list, each with its index; whatever else stands there is left out. */
export function textsOf(value: Encoded | undefined): readonly (readonly [number, string])[] {
  return itemsOf(value).flatMap((item, index) => (typeof item === 'string' ? [[index, item] as const] : []))
}

/** The text that a value is, or undefined. */
export function textOf(value: Encoded | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The piece of a value at a path. */
export function pieceAt(value: Encoded, path: Path): Encoded | undefined {
  return path.reduce<Encoded | undefined>(
    (at, key) => (typeof key === 'number' ? itemsOf(at)[key] : fieldOf(at, key)),
    value,
  )
}
