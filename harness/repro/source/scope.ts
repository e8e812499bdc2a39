import type { Bindings, Encoded } from '../../model/value.ts'
import { isObject } from '../../language/form.ts'
import { loneName, lookUp } from '../../language/substitute.ts'
import { NotExpressible } from '../not-expressible.ts'
import { memberOf, quoteTemplatePart } from './text.ts'

/** What the names of a contract stand for in a script. */
export interface Scope {
  /** Known when the script is written. */
  readonly values: Bindings
  /** Known only when it runs: a kept value, the address of a server. Name → expression. */
  readonly code: Map<string, string>
}

/** A text with its names filled in: a value, or an expression that makes it when the script runs. */
export type Filled =
  { readonly kind: 'value'; readonly value: Encoded } | { readonly kind: 'code'; readonly code: string }

/** Fills in the names of a text, and takes `$$` for `$`. */
export function fill(text: string, scope: Scope): Filled {
  const name = loneName(text)
  if (name !== undefined) return bound(name, scope)
  const parts = [...text.matchAll(/\$\$|\$\{([^}]*)\}|[^$]+|\$/g)].map((match): Filled => {
    if (match[1] !== undefined) return bound(match[1], scope)
    return { kind: 'value', value: match[0] === '$$' ? '$' : match[0] }
  })
  if (parts.every((part) => part.kind === 'value'))
    return { kind: 'value', value: parts.map(({ value }) => textOf(value)).join('') }
  const inner = parts.map((part) => (part.kind === 'code' ? `\${${part.code}}` : quoteTemplatePart(textOf(part.value))))
  return { kind: 'code', code: `\`${inner.join('')}\`` }
}

/** The text that is there when the script is written: where only a value can stand. */
export function fillNow(text: string, scope: Scope): string {
  const filled = fill(text, scope)
  if (filled.kind === 'value') return textOf(filled.value)
  throw new NotExpressible(
    `"${text}" is known only while the contract runs, and it stands where a script needs it before`,
  )
}

function bound(name: string, { values, code }: Scope): Filled {
  const known = expressionOf(name, code)
  if (known !== undefined) return { kind: 'code', code: known }
  const value = lookUp(name, values)
  if (value === undefined) throw new NotExpressible(`nothing is bound to "${name}" when it is used`)
  return { kind: 'value', value: withCode(value, name, code) }
}

/** The expression of a name, or of the value that it is a member of. */
function expressionOf(name: string, code: Scope['code']): string | undefined {
  const whole = code.get(name)
  if (whole !== undefined) return whole
  const [first = '', ...members] = name.split('.')
  const owner = code.get(first)
  return owner === undefined ? undefined : `${owner}${members.map(memberOf).join('')}`
}

/** An object with a member that is known only later cannot be used whole. */
function withCode(value: Encoded, name: string, code: Scope['code']): Encoded {
  if (isObject(value) && [...code.keys()].some((key) => key.startsWith(`${name}.`)))
    throw new NotExpressible(`"${name}" is used whole, and a part of it is known only while the contract runs`)
  return value
}

function textOf(value: Encoded): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
