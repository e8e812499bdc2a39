import type { Encoded, Template } from '../../model/value.ts'
import { utf8Of } from '../../language/bytes.ts'
import { jsonText, parseJson } from '../../language/json.ts'
import { foreign, type Changed, type Reading } from './changed.ts'
import type { Changes } from './form.ts'

/** The bytes of a body with each leaf changed that `json`, `text` or `bytes` mentions. */
export function* changesOfBody({
  key,
  pattern,
  body,
  reading,
  changes,
}: {
  key: string
  pattern: Template
  body: Uint8Array
  reading: Reading
  changes: Changes
}): Generator<Changed<Uint8Array>> {
  if (key === 'bytes') {
    yield { path: [], value: foreign(body) as Uint8Array }
    return
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
  const observed: Encoded = key === 'json' ? parseJson(text) : text
  const as = key === 'json' ? 'json' : reading.as
  for (const { path, value } of changes(pattern, observed, { ...reading, as })) {
    const written = value === undefined ? '' : key === 'json' ? (jsonText(value) ?? '') : String(value)
    yield { path, value: utf8Of(written) }
  }
}
