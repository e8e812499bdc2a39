import type { Encoded } from '../../harness/model/value.ts'
import { toPlain } from '../../harness/language/plain.ts'

/** JSON text, bytes as base64. What a terminal would obey although JSON allows it raw is escaped: the value is the same. */
export function plainJson(value: object, { indent }: { indent?: number } = {}): string {
  return JSON.stringify(toPlain(value as Encoded), null, indent).replace(obeyed, escaped)
}

/** DEL, C1 controls, line separators, marks of direction, the byte order mark. */
const obeyed = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
