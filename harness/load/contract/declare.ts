import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { namePattern } from '../grammar/words.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'
import type { Path } from '../yaml/path.ts'
import { scan } from './scan.ts'
import { reservedInRows, slotsOfData } from './slots.ts'
import type { Bound, Scope } from './scope.ts'
import type { Surroundings } from './surroundings.ts'

/** The names that a contract may use from its first step on, and what is wrong with their declarations. */
export function declareNames({
  contract,
  around,
  complain,
}: {
  contract: Encoded
  around: Surroundings
  complain: Complain
}): Scope {
  const matchers = checkData(contract, complain)
  const scope: Scope = new Map(groups(contract, around))
  for (const { name, bound, path } of [...drawn(contract, around, matchers), ...rowNames(contract, matchers)]) {
    const seen = `the name \`${name}\``
    if (scope.has(name)) complain({ path, part: 'key', seen: `${seen}, which is taken`, wanted: 'a name of its own' })
    else if (!namePattern.test(name)) {
      complain({ path, part: 'key', seen, wanted: 'a letter, then letters, digits, `_` or `-`' })
    }
    scope.set(name, scope.has(name) ? { kind: 'unknown' } : bound)
  }
  return scope
}

interface Declaration {
  readonly name: string
  readonly bound: Bound
  readonly path: Path
}

const userMembers = ['email', 'id', 'token', 'password']
const clientMembers = ['appId', 'serverUrl']

function groups(contract: Encoded, { wire }: Surroundings): readonly (readonly [string, Bound])[] {
  const given = fieldOf(contract, 'given')
  const clients = fieldsOf(fieldOf(given, 'clients'))
  const members = clients.flatMap(([client, fields]) => membersOf([client], membersOfClient(fields)))
  return [
    ['wire', wire === undefined ? { kind: 'unknown' } : { kind: 'group', members: wire }],
    [
      'users',
      {
        kind: 'group',
        members: membersOf(
          fieldsOf(fieldOf(given, 'users')).map(([user]) => user),
          userMembers,
        ),
      },
    ],
    ['clients', { kind: 'group', members: clients.length === 0 ? membersOf(['client'], clientMembers) : members }],
  ]
}

/** Who holds the service token can say where it must not be. */
function membersOfClient(fields: Encoded): readonly string[] {
  return fieldOf(fields, 'service') === true ? [...clientMembers, 'serviceToken'] : clientMembers
}

function membersOf(names: readonly string[], members: readonly string[]): string[] {
  return names.flatMap((name) => members.map((member) => `${name}.${member}`))
}

function drawn(contract: Encoded, { generators }: Surroundings, matchers: ReadonlySet<string>): readonly Declaration[] {
  return fieldsOf(fieldOf(contract, 'forAll')).map(([name, draw]) => {
    const path = ['forAll', name]
    if (typeof draw !== 'string') {
      const values = itemsOf(fieldOf(draw, '$one-of'))
      return { name, path, bound: { kind: 'values', values, matchers: matchers.has(name) } }
    }
    const members = Object.hasOwn(generators, draw) ? generators[draw] : undefined
    if (members === undefined) return { name, path, bound: { kind: 'unknown' } }
    return { name, path, bound: { kind: 'generator', generator: draw, members } }
  })
}

function rowNames(contract: Encoded, matchers: ReadonlySet<string>): readonly Declaration[] {
  const rows = fieldsOf(fieldOf(contract, 'examples'))
  const names = new Map<string, { values: Encoded[]; path: Path }>()
  for (const [row, fields] of rows) {
    for (const [name, value] of fieldsOf(fields)) {
      if (reservedInRows.includes(name)) continue
      const known = names.get(name)
      if (known === undefined) names.set(name, { values: [value], path: ['examples', row, name] })
      else known.values.push(value)
    }
  }
  return [...names].map(([name, { values, path }]) => ({
    name,
    path,
    bound: { kind: 'values', values, matchers: matchers.has(name) },
  }))
}

/** Rows and `$one-of` lists stand for themselves. Returns the names that are patterns, for expectations only. */
function checkData(contract: Encoded, complain: Complain): ReadonlySet<string> {
  const matchers = new Set<string>()
  for (const slot of slotsOfData(contract)) {
    const name = String(slot.path[0] === 'forAll' ? slot.path[1] : slot.path[2])
    for (const found of scan(slot)) {
      if (found.kind === 'matcher') matchers.add(name)
      if (found.kind === 'keep')
        complain({ path: found.path, seen: '`$keep`', wanted: 'a value; only expectations keep' })
      if (found.kind !== 'name') continue
      const seen = `\`\${${found.name}}\` inside a value that is substituted itself`
      complain({
        path: found.path,
        part: found.part,
        seen,
        wanted: 'the value, written out; `$$` for a `$` that is meant as one',
      })
    }
  }
  return matchers
}
