import { isMap, isScalar, isSeq } from 'yaml'
import type { Node, Scalar } from 'yaml'
import type { Encoded } from '../../model/value.ts'
import { objectFrom } from '../../language/own.ts'

/** The node as plain data. Every key is an own property; nothing is merged, resolved or revived. */
export function plainOf(node: unknown): Encoded {
  if (isMap<Scalar, Node | null>(node)) {
    return objectFrom(node.items.map(({ key, value }) => [String(key.value), plainOf(value)] as const))
  }
  if (isSeq(node)) return node.items.map(plainOf)
  return isScalar(node) ? plainScalar(node.value) : null
}

/** JSON has no -0: the language writes it as the text of `$value`. */
function plainScalar(value: unknown): Encoded {
  if (Object.is(value, -0)) return '-0'
  return value as Encoded
}
