/**
 * The rows of a CSV file (RFC 4180): commas, fields in quotes where they hold commas, quotes or line ends, either kind of
 * line end. Throws an error with one sentence for a quote that is not closed, or not alone.
 */
export function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  // Each match is one field and what ends it.
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y
  const body = text.replace(/^\u{FEFF}/u, '')
  while (field.lastIndex < body.length) {
    const at = field.lastIndex
    const [, quoted, plain = '', end] = field.exec(body) ?? []
    if (end === undefined) throw new Error(`line ${lineAt(body, at)} has a quote that is not closed, or not alone`)
    row.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === ',') {
      if (field.lastIndex === body.length) row.push('')
      continue
    }
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  // An empty line is none.
  return rows.filter((cells) => cells.length > 1 || cells[0] !== '')
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n|\n|\r/).length
}
