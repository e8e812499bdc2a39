/** Breaks prose at its spaces so that no line is wider than `width`; a word that is too long is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
    if (line.length > width) {
      const pieces = cut(line, width)
      line = pieces.pop() ?? ''
      lines.push(...pieces)
    }
  }
  return [...lines, line]
}

/** The same, the lines after the first standing deeper. */
export function hang(text: string, { width, by = 2 }: { width: number; by?: number }): string[] {
  const [first = '', ...rest] = wrap(text, width - by)
  return [first, ...indent(rest, by)]
}

/** Cuts a line that is wider than `width`, wherever that is. Never between the halves of a character. */
export function cut(line: string, width: number): string[] {
  const pieces: string[] = []
  let rest = line
  while (rest.length > width) {
    const last = rest.charCodeAt(width - 1)
    const end = last >= 0xd800 && last < 0xdc00 ? width - 1 : width
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest]
}

/** Puts pieces on as few lines as their width allows; a piece is broken only where it is too wide for a line. */
export function flow(pieces: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 2 + piece.length <= width) lines[lines.length - 1] = `${last}  ${piece}`
    else lines.push(...wrap(piece, width))
  }
  return lines
}

export function indent(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === '' ? line : ' '.repeat(by) + line))
}
