import type { Bindings, Encoded } from '../../model/value.ts'
import { lookUp, namesIn, substituteText } from '../../language/substitute.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'
import { suggest } from '../nearest.ts'
import type { Path } from '../yaml/path.ts'
import { seatsOf } from './seats.ts'
import type { Surroundings } from './surroundings.ts'

/** A backend has the functions of the fixture app and no others: names that are written out are among them. */
export function checkDeployed({
  contract,
  deployed,
  models,
  complain,
}: {
  contract: Encoded
  models: Surroundings['models']
  /** The functions of the fixture app; where none is known, nothing can be said. */
  deployed: readonly string[]
  complain: Complain
}): void {
  if (deployed.length === 0 || !seatsOf(contract, models).includes('backend')) return
  const known = new Set(deployed)
  for (const { names, path, part } of [...functionsOf(contract), ...performersOf(contract)]) {
    const name = names.find((one) => !known.has(one))
    if (name === undefined) continue
    const seen = `the function \`${name}\`, which is not in the fixture app`
    complain({ path, part, seen, wanted: `${suggest(name, deployed)}, or one more function in suites/app` })
  }
}

interface Named {
  readonly names: readonly string[]
  readonly path: Path
  readonly part: 'key' | 'value'
}

function functionsOf(contract: Encoded): readonly Named[] {
  return fieldsOf(fieldOf(fieldOf(contract, 'given'), 'functions')).map(([name]) => ({
    names: [...new Set(namesOf(name, contract))],
    path: ['given', 'functions', name],
    part: 'key',
  }))
}

/** Every name that a template comes to; none where a generator decides, which draws from the fixture app itself. */
function namesOf(template: string, contract: Encoded): readonly string[] {
  const used = namesIn(template)
  return listed(used, contract).flatMap((bindings) =>
    used.every((name) => lookUp(name, bindings) !== undefined) ? [substituteText(template, bindings)] : [],
  )
}

/** What names stand for in each row, with each value of the lists that they are drawn from. */
function listed(used: readonly string[], contract: Encoded): readonly Bindings[] {
  const rows = fieldsOf(fieldOf(contract, 'examples')).map(([, row]) => row as Bindings)
  const heads = new Set(used.map((name) => name.split('.')[0] ?? ''))
  return [...heads].reduce<readonly Bindings[]>(
    (all, head) => {
      const values = itemsOf(fieldOf(fieldOf(fieldOf(contract, 'forAll'), head), '$one-of'))
      return values.length === 0 ? all : all.flatMap((one) => values.map((value) => ({ ...one, [head]: value })))
    },
    rows.length === 0 ? [{}] : rows,
  )
}

function performersOf(contract: Encoded): readonly Named[] {
  return itemsOf(fieldOf(contract, 'steps')).flatMap((step, index): readonly Named[] => {
    const name = fieldOf(fieldOf(step, 'inside'), 'function')
    const path = ['steps', index, 'inside', 'function']
    return typeof name === 'string' ? [{ names: [name], path, part: 'value' }] : []
  })
}
