/** Replaces literal texts, the longest first, in one pass: what was put in is never looked at again. */
export function replaceLiterals(marks: ReadonlyMap<string, string>): (text: string) => string {
  const literals = [...marks.keys()].filter((literal) => literal !== '').sort((a, b) => b.length - a.length)
  if (literals.length === 0) return (text) => text
  const pattern = new RegExp(literals.map(escapeRegExp).join('|'), 'g')
  return (text) => text.replace(pattern, (found) => marks.get(found) ?? found)
}

export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
