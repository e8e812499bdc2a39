import type { Encoded } from '../../model/value.ts'
import type { Seat } from '../../model/contract.ts'
import { loneName } from '../../language/substitute.ts'
import { fieldOf, fieldsOf, itemsOf, pieceAt, textOf } from '../look.ts'
import type { Path } from '../yaml/path.ts'
import { stepsOf } from './steps.ts'
import type { Surroundings } from './surroundings.ts'

/** Rule 8: what a contract looks at decides whom it can judge; a model says so itself. */
export function seatsOf(contract: Encoded, models: Surroundings['models']): readonly Seat[] {
  const modelled = models[textOf(fieldOf(contract, 'model')) ?? '']
  if (modelled !== undefined) return modelled.seats
  const only = (['sdk', 'backend'] as const).filter((seat) => marksOf(contract, seat).length > 0)
  return only.length === 0 ? ['sdk', 'backend'] : only
}

/** Something that only one seat can be judged by. */
export interface Mark {
  readonly key: string
  readonly path: Path
}

/** What makes a contract judge this seat and no other. */
export function marksOf(contract: Encoded, seat: Seat): readonly Mark[] {
  return seat === 'sdk' ? [...configurations(contract), ...sdkSteps(contract), ...faults(contract)] : requests(contract)
}

/** A backend is called by the trusted SDK, configured as it is meant to be. */
function configurations(contract: Encoded): readonly Mark[] {
  return fieldsOf(fieldOf(fieldOf(contract, 'given'), 'clients')).flatMap(([client, fields]) =>
    fieldOf(fields, 'config') === undefined ? [] : [{ key: 'config', path: ['given', 'clients', client, 'config'] }],
  )
}

/** What leaves the SDK, what it is answered, and what it looks like. Inside a function it is the trusted SDK. */
function sdkSteps(contract: Encoded): readonly Mark[] {
  return stepsOf(contract).flatMap(({ step, path, inside }) =>
    ['sends', 'answers', 'construct', 'read']
      .filter((key) => inside === undefined && fieldOf(step, key) !== undefined)
      .map((key) => ({ key, path: [...path, key] })),
  )
}

/** A function cannot do what only the network can. */
function faults(contract: Encoded): readonly Mark[] {
  return fieldsOf(fieldOf(fieldOf(contract, 'given'), 'functions')).flatMap(([name, replies]) => {
    const list = Array.isArray(replies) ? itemsOf(replies) : [replies]
    return list.flatMap((reply, index) => {
      const found = valuesOf(contract, fieldOf(reply, 'fault')).find((fault) => ofTheNetwork.includes(fault))
      const at = Array.isArray(replies) ? [index] : []
      const path = ['given', 'functions', name, ...at, 'fault']
      return found === undefined ? [] : [{ key: `fault: ${String(found)}`, path }]
    })
  })
}

const ofTheNetwork: readonly Encoded[] = ['refused', 'reset', 'not-http']

/** All that a template can come to, rows and listed draws included. */
function valuesOf(contract: Encoded, template: Encoded | undefined): readonly Encoded[] {
  const name = template === undefined ? undefined : loneName(template)
  if (name === undefined) return template === undefined ? [] : [template]
  const path = name.split('.')
  const rows = fieldsOf(fieldOf(contract, 'examples')).map(([, row]) => pieceAt(row, path))
  const draws = itemsOf(fieldOf(fieldOf(fieldOf(contract, 'forAll'), path[0] ?? ''), '$one-of'))
  return [...rows, ...draws.map((value) => pieceAt(value, path.slice(1)))].flatMap((value) => value ?? [])
}

/** The stage of SDKs runs no functions and is no backend: `decisions/0014-who-is-asked-inside.md`. */
function requests(contract: Encoded): readonly Mark[] {
  return itemsOf(fieldOf(contract, 'steps')).flatMap((step, index) => [
    ...marksIn(step, ['steps', index]),
    ...itemsOf(fieldOf(step, 'together')).flatMap((part, at) => marksIn(part, ['steps', index, 'together', at])),
  ])
}

function marksIn(step: Encoded, path: Path): readonly Mark[] {
  return ['http', 'inside', 'deploy', 'prints']
    .filter((key) => fieldOf(step, key) !== undefined)
    .map((key) => ({ key, path: [...path, key] }))
}
