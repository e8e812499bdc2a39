/** Matches contract ids: `*` within a segment, `**` across segments, `{a,b}` either. */
export function globToRegExp(glob: string): RegExp {
  const pattern = glob.replace(/\*\*\/|\*\*|\*|\?|\{[^}]*\}|[\\^$.|+()[\]{}]/g, (mark) => {
    if (mark === '**/') return '(?:.*/)?'
    if (mark === '**') return '.*'
    if (mark === '*') return '[^/]*'
    if (mark === '?') return '[^/]'
    if (mark.length > 1) return `(?:${mark.slice(1, -1).split(',').map(literally).join('|')})`
    return literally(mark)
  })
  return new RegExp(`^${pattern}$`)
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
