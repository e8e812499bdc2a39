import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import type { Place } from '../../model/problem.ts'
import { placeAt } from './read-jsonc.ts'

/** Where something stands in a file; where it is missing, the nearest that is there. */
export function placeOf({ file, text, path }: { file: string; text: string; path: readonly PropertyKey[] }): Place {
  const tree = parseTree(text, [], { allowTrailingComma: true })
  if (tree === undefined) return { file, line: 0, column: 0 }
  const keys = path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  for (let length = keys.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, keys.slice(0, length))
    if (node !== undefined) return { file, ...placeAt(text, node.offset) }
  }
  return { file, ...placeAt(text, tree.offset) }
}
