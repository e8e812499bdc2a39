/** A text as a JavaScript literal in single quotes; what is not to be seen is escaped. */
export function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inner.replace(invisible, escapeUnit)}'`
}

/** The same inside a template literal, where `\${…}` is left to the caller. */
export function quoteTemplatePart(text: string): string {
  return quote(text).slice(1, -1).replaceAll("\\'", "'").replaceAll('`', '\\`').replaceAll('${', '\\${')
}

/** A key of an object literal; `__proto__` would set the prototype, unless it is computed. */
export function keyOf(key: string): string {
  if (key === '__proto__') return `['__proto__']`
  return isName(key) ? key : quote(key)
}

/** `.member` or `['member']`. */
export function memberOf(key: string): string {
  return isName(key) ? `.${key}` : `[${quote(key)}]`
}

export function isName(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text)
}

/** One line, fit for a comment: nothing in it ends the line. */
export function comment(text: string): string {
  return `// ${text.replace(lineEnds, ' ').replace(invisible, escapeUnit)}`.trimEnd()
}

const lineEnds = /\r\n|[\n\r\u2028\u2029]/g
/** Control characters, line ends that are easily missed, marks that turn the direction of text around. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

function escapeUnit(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
