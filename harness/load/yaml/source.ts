import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document, Node, Scalar } from 'yaml'
import type { Encoded } from '../../model/value.ts'
import type { Place, Problem } from '../../model/problem.ts'
import { marksIn } from './marks.ts'
import { plainOf } from './plain.ts'
import { sayFault } from './faults.ts'
import type { Part, Path } from './path.ts'

/** A YAML file as plain data that still knows where each piece of it stands. */
export interface Source {
  readonly file: string
  readonly value: Encoded
  /** Where the piece at a path stands, or the innermost piece around it where there is no such piece. */
  readonly place: (path: Path, part?: Part) => Place
  /** Paths of which something has been said already: what follows from that is not worth a second message. */
  readonly faulty: readonly Path[]
}

/** Reads YAML 1.2 without the parts that the language leaves out; without `source` it cannot be read at all. */
export function readSource({ file, text }: { file: string; text: string }): {
  readonly source?: Source
  readonly problems: readonly Problem[]
} {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col }
  }
  const doing = `reading ${file}`
  const faults = [...document.errors, ...document.warnings.filter((warning) => warning.code !== 'TAG_RESOLVE_FAILED')]
  if (faults.length > 0) {
    return { problems: faults.map((fault) => ({ place: placeOf(fault.pos[0]), doing, ...sayFault(fault) })) }
  }
  if (document.contents === null) {
    return { problems: [{ place: placeOf(0), doing, seen: 'an empty file', wanted: 'something in it, or no file' }] }
  }
  return readContents({ file, doing, contents: document.contents, placeOf })
}

function readContents({
  file,
  doing,
  contents,
  placeOf,
}: {
  file: string
  doing: string
  contents: NonNullable<Document['contents']>
  placeOf: (offset: number) => Place
}): { readonly source: Source; readonly problems: readonly Problem[] } {
  const marks = [...marksIn(contents, [])]
  const place = (path: Path, part: Part = 'value'): Place => placeOf(offsetOf(contents, path, part))
  const source = { file, value: plainOf(contents), place, faulty: marks.map((mark) => mark.path) }
  const problems = marks.map(({ path, part, seen, wanted }) => ({ place: place(path, part), doing, seen, wanted }))
  return { source, problems }
}

function offsetOf(contents: unknown, path: Path, part: Part): number {
  let at = contents as Node
  for (const [index, key] of path.entries()) {
    const wantsKey = part === 'key' && index === path.length - 1
    const next = within(at, key, wantsKey)
    if (next === undefined) break
    at = next
  }
  return at.range?.[0] ?? 0
}

function within(node: Node, key: string | number, wantsKey: boolean): Node | undefined {
  if (isSeq<Node>(node)) return node.items[Number(key)]
  if (!isMap<Scalar, Node | null>(node)) return undefined
  const pair = node.items.find((item) => item.key.value === String(key))
  return wantsKey ? pair?.key : (pair?.value ?? pair?.key)
}
