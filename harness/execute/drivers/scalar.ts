import type { Encoded } from '../../model/value.ts'

/** A value that is no object, as data. */
export function scalar(value: unknown): Encoded {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $value: Object.is(value, -0) ? '-0' : String(value) }
    case 'undefined':
      return { $value: 'undefined' }
    case 'bigint':
    case 'symbol':
      return { $value: String(value) }
    default:
      return null
  }
}
