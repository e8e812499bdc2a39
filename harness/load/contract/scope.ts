import type { Encoded, Template } from '../../model/value.ts'
import { suggest } from '../nearest.ts'
import { pieceAt } from '../look.ts'

/** What is known of a name: where its values come from decides which members it has. */
export type Bound =
  | { readonly kind: 'generator'; readonly generator: string; readonly members: readonly string[] }
  | { readonly kind: 'values'; readonly values: readonly Template[]; readonly matchers: boolean }
  /** `wire`, `users`: only its members stand for something. */
  | { readonly kind: 'group'; readonly members: readonly string[] }
  | { readonly kind: 'kept' }
  /** Something is wrong with its declaration, which has been said. */
  | { readonly kind: 'unknown' }

export type Scope = Map<string, Bound>

/** What is wrong with using a dotted name, or undefined. */
export function misuseOf(name: string, scope: Scope): { readonly seen: string; readonly wanted: string } | undefined {
  const [head = '', ...rest] = name.split('.')
  const bound = scope.get(head)
  if (bound === undefined)
    return { seen: `\`\${${name}}\`, to which nothing is bound here`, wanted: otherNames(head, scope) }
  const member = rest.join('.')
  switch (bound.kind) {
    case 'unknown':
      return undefined
    case 'kept':
      return member === '' ? undefined : noMember(name, `\`\${${head}}\`; to use a part of it, keep that part`)
    case 'group':
      return bound.members.includes(member) ? undefined : noMember(name, suggest(name, prefixed(head, bound.members)))
    case 'generator':
      return member === '' || bound.members.includes(member)
        ? undefined
        : noMember(name, membersOf(name, head, bound.members))
    case 'values':
      return memberOfValues({ name, head, path: rest, values: bound.values })
  }
}

function memberOfValues({
  name,
  head,
  path,
  values,
}: {
  name: string
  head: string
  path: readonly string[]
  values: readonly Encoded[]
}): { readonly seen: string; readonly wanted: string } | undefined {
  const without = values.find((value) => pieceAt(value, path) === undefined)
  if (without === undefined) return undefined
  const keys = typeof without === 'object' && without !== null ? Object.keys(without) : []
  return noMember(name, membersOf(name, head, keys))
}

function noMember(name: string, wanted: string): { readonly seen: string; readonly wanted: string } {
  return { seen: `\`\${${name}}\`, which has no such member`, wanted }
}

function membersOf(name: string, head: string, members: readonly string[]): string {
  return members.length === 0 ? `\`\${${head}}\`, which is used whole` : suggest(name, prefixed(head, members))
}

function prefixed(head: string, members: readonly string[]): readonly string[] {
  return members.map((member) => `${head}.${member}`)
}

function otherNames(head: string, scope: Scope): string {
  const names = [...scope]
    .filter(([, bound]) => bound.kind !== 'group' || bound.members.length > 0)
    .map(([name]) => name)
  return names.length === 0 ? 'a name from `forAll`, `examples` or an earlier `$keep`' : suggest(head, names)
}
