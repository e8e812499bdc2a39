import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import type { Node, Pair, Scalar } from 'yaml'
import type { Part, Path } from './path.ts'

/** Something that YAML has and the language leaves out. */
export interface Mark {
  readonly path: Path
  readonly part: Part
  readonly seen: string
  readonly wanted: string
}

/** Tags, anchors, aliases, merge keys, implicit nulls and numbers that JSON cannot carry. */
export function* marksIn(node: Node | null, path: Path): Generator<Mark> {
  const found = node === null ? implicitNull(path) : (trimmingsOf(node, path) ?? scalarMark(node, path))
  if (found !== undefined) yield found
  if (isSeq<Node>(node)) for (const [index, item] of node.items.entries()) yield* marksIn(item, [...path, index])
  if (isMap<Scalar, Node | null>(node)) for (const pair of node.items) yield* marksInPair(pair, path)
}

function* marksInPair(pair: Pair<Scalar, Node | null>, path: Path): Generator<Mark> {
  const inner = [...path, String(pair.key.value)]
  const mark = keyMark(pair.key, inner)
  if (mark !== undefined) yield mark
  yield* marksIn(pair.value, inner)
}

function keyMark(key: Scalar, path: Path): Mark | undefined {
  if (key.value === '<<' && key.type === 'PLAIN') {
    return { path, part: 'key', seen: 'the merge key `<<`', wanted: 'the keys themselves, written out' }
  }
  if (key.value === '' && key.type === 'PLAIN') return { path, part: 'key', seen: 'no key', wanted: 'a key before `:`' }
  const trimmings = trimmingsOf(key, path)
  return trimmings && { ...trimmings, part: 'key' }
}

function trimmingsOf(node: Node, path: Path): Mark | undefined {
  if (isAlias(node)) {
    return { path, part: 'value', seen: `the alias \`*${node.source}\``, wanted: 'the value itself, written out' }
  }
  if ('anchor' in node && typeof node.anchor === 'string') {
    return { path, part: 'value', seen: `the anchor \`&${node.anchor}\``, wanted: 'the value without an anchor' }
  }
  if (typeof node.tag === 'string') {
    return { path, part: 'value', seen: `the tag \`${node.tag}\``, wanted: 'the value without a tag, or a `$form`' }
  }
  return undefined
}

function scalarMark(node: Node, path: Path): Mark | undefined {
  if (!isScalar(node)) return undefined
  const { value, source } = node
  if (value === null) return source === '' ? implicitNull(path) : undefined
  if (typeof value !== 'number' || source === undefined) return undefined
  if (!Number.isFinite(value)) return notJson(path, source, `{ $value: ${value} }`)
  if (Object.is(value, -0)) return path.at(-1) === '$value' ? undefined : notJson(path, source, '{ $value: -0 }')
  return losesPrecision(source, value) ? notJson(path, source, 'an integer that a number can hold, or text') : undefined
}

function implicitNull(path: Path): Mark {
  return {
    path,
    part: typeof path.at(-1) === 'number' ? 'value' : 'key',
    seen: `nothing behind \`${path.at(-1) ?? 'the file'}\``,
    wanted: 'a value; `null` where null is meant',
  }
}

function notJson(path: Path, source: string, wanted: string): Mark {
  return { path, part: 'value', seen: `\`${source}\`, which no JSON number holds as it stands`, wanted }
}

function losesPrecision(source: string, value: number): boolean {
  if (Number.isSafeInteger(value) || !/^[-+]?\d+$|^0[xo][\da-fA-F]+$/.test(source)) return false
  return BigInt(source) !== BigInt(value)
}
