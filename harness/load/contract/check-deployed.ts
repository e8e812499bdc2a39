import type { Encoded } from '../../model/value.ts'
import { loneName } from '../../language/substitute.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'
import { suggest } from '../nearest.ts'
import type { Path } from '../yaml/path.ts'
import { seatsOf } from './seats.ts'

/** A backend has the functions of the fixture app and no others: names that are written out are among them. */
export function checkDeployed({
  contract,
  deployed,
  complain,
}: {
  contract: Encoded
  /** The functions of the fixture app; where none is known, nothing can be said. */
  deployed: readonly string[]
  complain: Complain
}): void {
  if (deployed.length === 0 || !seatsOf(contract).includes('backend')) return
  const known = new Set(deployed)
  for (const { name, path, part } of [...functionsOf(contract), ...performersOf(contract)]) {
    if (known.has(name)) continue
    const seen = `the function \`${name}\`, which is not in the fixture app`
    complain({ path, part, seen, wanted: `${suggest(name, deployed)}, or one more function in suites/app` })
  }
}

interface Named {
  readonly name: string
  readonly path: Path
  readonly part: 'key' | 'value'
}

/** Names that are drawn by a generator are drawn from the fixture app; those of rows and lists are written out. */
function functionsOf(contract: Encoded): readonly Named[] {
  return fieldsOf(fieldOf(fieldOf(contract, 'given'), 'functions')).flatMap(([name]): readonly Named[] => {
    const drawn = loneName(name)
    if (drawn !== undefined) return listedFor(contract, drawn)
    return name.includes('${') ? [] : [{ name, path: ['given', 'functions', name], part: 'key' }]
  })
}

function listedFor(contract: Encoded, name: string): readonly Named[] {
  const rows = fieldsOf(fieldOf(contract, 'examples')).map(([row, fields]) => ({
    value: fieldOf(fields, name),
    path: ['examples', row, name],
  }))
  const draws = itemsOf(fieldOf(fieldOf(fieldOf(contract, 'forAll'), name), '$one-of')).map((value, index) => ({
    value,
    path: ['forAll', name, '$one-of', index],
  }))
  return [...rows, ...draws].flatMap(({ value, path }): readonly Named[] =>
    typeof value === 'string' ? [{ name: value, path, part: 'value' }] : [],
  )
}

function performersOf(contract: Encoded): readonly Named[] {
  return itemsOf(fieldOf(contract, 'steps')).flatMap((step, index): readonly Named[] => {
    const name = fieldOf(fieldOf(step, 'inside'), 'function')
    return typeof name === 'string' ? [{ name, path: ['steps', index, 'inside', 'function'], part: 'value' }] : []
  })
}
