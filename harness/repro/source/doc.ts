/** A piece of source that is written on one line where it fits, and otherwise with one item a line. */
export type Doc = string | Group

export interface Group {
  readonly open: string
  readonly items: readonly Doc[]
  readonly close: string
  /** What stands before it: the key of a member. */
  readonly lead?: string
  /** A space inside the brackets, as in `{ a: 1 }`. */
  readonly padded?: boolean
}

/** As wide as this project's own sources. */
const width = 110

/** The source text; `column` is where its first line begins, `indent` where the lines below it do. */
export function layout(doc: Doc, indent = 0, column: number = indent): string {
  if (typeof doc === 'string') return doc
  const line = flat(doc)
  if (column + line.length <= width || doc.items.length === 0) return line
  const hugged = hug(doc, indent)
  if (hugged !== undefined) return hugged
  const inner = ' '.repeat(indent + 2)
  const items = doc.items.map((item) => `${inner}${layout(item, indent + 2)},\n`)
  return `${doc.lead ?? ''}${doc.open}\n${items.join('')}${' '.repeat(indent)}${doc.close}`
}

/** A call whose last argument is long begins on the line of that argument's bracket. */
function hug({ open, items, close, lead = '' }: Group, indent: number): string | undefined {
  const last = items.at(-1)
  if (!open.endsWith('(') || last === undefined || typeof last === 'string' || last.lead !== undefined) return undefined
  const before = items
    .slice(0, -1)
    .map((item) => `${flat(item)}, `)
    .join('')
  const start = `${lead}${open}${before}`
  if (indent + start.length > width / 2 + 20) return undefined
  return `${start}${layout(last, indent, indent + start.length)}${close}`
}

/** The same on one line. */
export function flat(doc: Doc): string {
  if (typeof doc === 'string') return doc
  const inner = doc.items.map(flat).join(', ')
  const pad = doc.padded === true && inner !== '' ? ' ' : ''
  return `${doc.lead ?? ''}${doc.open}${pad}${inner}${pad}${doc.close}`
}

export function led(lead: string, doc: Doc): Doc {
  return typeof doc === 'string' ? `${lead}${doc}` : { ...doc, lead: `${lead}${doc.lead ?? ''}` }
}

export function listOf(items: readonly Doc[]): Doc {
  return { open: '[', items, close: ']' }
}

export function objectOf(members: readonly Doc[]): Doc {
  return { open: '{', items: members, close: '}', padded: true }
}

export function callOf(callee: string, args: readonly Doc[]): Doc {
  return { open: `${callee}(`, items: args, close: ')' }
}
