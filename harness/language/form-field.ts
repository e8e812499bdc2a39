import type { Encoded } from '../model/value.ts'
import { formValue, isObject } from './form.ts'

/**
 * A value as it looks as a field of multipart/form-data, which is text and has conversions of its own (HTML Standard,
 * "multipart/form-data encoding algorithm": lone surrogates become U+FFFD, every line break CRLF, a file without type is
 * application/octet-stream).
 */
export function carriedByForm(value: Encoded): Encoded {
  if (typeof value === 'string') return value.toWellFormed().replace(/\r\n|\r|\n/g, '\r\n')
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (formValue(value, 'value') === '-0') return '0'
  const file = formValue(value, 'file')
  if (!isObject(file)) return value
  return { $file: { ...file, type: file['type'] || 'application/octet-stream' } }
}
