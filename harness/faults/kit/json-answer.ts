import type { Encoded } from '../../model/value.ts'
import type { Answer } from '../../model/world.ts'
import { utf8Of } from '../../language/bytes.ts'
import { jsonText } from '../../language/json.ts'

/** An answer that a broken backend makes up. */
export function jsonAnswer(status: number, value: Encoded): Answer {
  return { status, headers: [['content-type', 'application/json']], body: utf8Of(jsonText(value) ?? '') }
}
