import type { Encoded } from '../model/value.ts'
import { formValue, isObject } from '../language/form.ts'
import { carriedByJson } from '../language/json.ts'
import type { Trail } from './trail.ts'

/**
 * A drawn value as it looks after its way: as it is, as `JSON.stringify` carries it, or as a field of
 * multipart/form-data, which is text and has conversions of its own (HTML Standard, "multipart/form-data
 * encoding algorithm": lone surrogates become U+FFFD, every line break CRLF, a file without type is
 * application/octet-stream).
 */
export function asSeen(value: Encoded, as: Trail['as']): Encoded | undefined {
  switch (as) {
    case 'value':
      return value
    case 'json':
      return carriedByJson(value)
    case 'form':
      return asField(value)
  }
}

function asField(value: Encoded): Encoded {
  if (typeof value === 'string') return value.toWellFormed().replace(/\r\n|\r|\n/g, '\r\n')
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (formValue(value, 'value') === '-0') return '0'
  const file = formValue(value, 'file')
  if (!isObject(file)) return value
  return { $file: { ...file, type: file['type'] || 'application/octet-stream' } }
}
