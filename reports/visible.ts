/**
 * Text from a subject is data: what a terminal would obey (control characters, ANSI escapes, bidirectional
 * overrides) or not show at all (zero width, lone surrogates, spaces that only look like one) becomes an escape.
 */
export function visible(text: string): string {
  return text.replace(unseen, escapeOf)
}

/** The text as a JavaScript string literal, every character of it visible; JSON in it stays readable. */
export function quoted(text: string): string {
  const quote = text.includes('"') && !text.includes("'") ? "'" : '"'
  const escaped = text.replace(/["'\\]/g, (found) => (found === quote || found === '\\' ? `\\${found}` : found))
  return quote + visible(escaped) + quote
}

/** Everything without a shape of its own, the plain space excepted. */
const unseen = /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Z}]/gu

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escapeOf(character: string): string {
  const name = named[character]
  if (name !== undefined) return name
  const code = character.codePointAt(0) as number
  const hex = code.toString(16)
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`
}
