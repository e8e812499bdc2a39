import type { Encoded, EncodedObject } from '../../model/value.ts'
import { bytesOf, sameBytes, utf8Of } from '../../language/bytes.ts'
import { formValue, isObject } from '../../language/form.ts'
import { differs, shown } from '../differs.ts'
import { finding } from '../finding.ts'
import { below } from '../trail.ts'
import type { Matcher } from './matcher.ts'

/** Name, type and content; a drawn file in a form has gone through `asSeen` before. */
export function matchFile(word: 'file' | 'blob'): Matcher {
  return (pattern, observed, trail) => {
    const expected = shown(pattern, trail) as EncodedObject
    const seen = formValue(observed, word)
    if (!isObject(seen)) return differs({ [`$${word}`]: expected }, observed, trail)
    for (const key of ['name', 'type'] as const) {
      if (expected[key] === undefined) continue
      if (expected[key] !== seen[key]) return differs(expected[key], seen[key], below(trail, key))
    }
    const observedBytes = seen['bytes'] as Uint8Array
    if (sameBytes(contentOf(expected), observedBytes)) return undefined
    return finding('different', below(trail, 'bytes'), {
      expected: { $bytes: contentOf(expected) },
      observed: { $bytes: observedBytes },
    })
  }
}

export const matchBytesForm: Matcher = (pattern, observed, trail) => {
  const expected = bytesOf(shown(pattern, trail))
  const seen = observed instanceof Uint8Array ? observed : formValue(observed, 'bytes')
  if (seen instanceof Uint8Array && sameBytes(expected, seen)) return undefined
  return differs({ $bytes: expected }, observed, trail)
}

export const matchDate: Matcher = (pattern, observed, trail) => {
  const seen = formValue(observed, 'date')
  const same =
    typeof seen === 'string' && new Date(seen).getTime() === new Date(String(shown(pattern, trail))).getTime()
  return same ? undefined : differs({ $date: pattern }, observed, trail)
}

export const matchSpecial: Matcher = (pattern, observed, trail) => {
  if (formValue(observed, 'value') === pattern) return undefined
  return differs({ $value: pattern }, observed, trail)
}

function contentOf(file: EncodedObject): Uint8Array {
  const text: Encoded | undefined = file['text']
  return typeof text === 'string' ? utf8Of(text) : bytesOf(file['bytes'] ?? '')
}
