import type { Encoded } from '../../model/value.ts'
import { expectationKeys } from '../../model/contract.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'
import type { Path } from '../yaml/path.ts'
import type { Mode } from './mode.ts'

/** A place of a contract where free-form data stands. */
export interface Slot {
  readonly path: Path
  readonly value: Encoded
  readonly mode: Mode
}

/** The data in the world of a contract. */
export function slotsOfWorld(contract: Encoded): readonly Slot[] {
  const given = fieldOf(contract, 'given')
  const parts = ['clients', 'users', 'entities', 'secrets', 'functions']
  return parts.flatMap((part) => slotAt(given, ['given'], part, 'value'))
}

/** The data in the steps, in the order in which it is used: what goes in, then what is seen, judged in turn. */
export function slotsOfStep(step: Encoded, path: Path): readonly Slot[] {
  const parts = itemsOf(fieldOf(step, 'together')).map((part, index) => [part, [...path, 'together', index]] as const)
  return [
    ...parts.flatMap(([part, at]) => slotsOfAction(part, at)),
    ...slotsOfAction(step, path),
    ...parts.flatMap(([part, at]) => slotsOfExpectations(part, at)),
    ...slotsOfExpectations(step, path),
  ]
}

/** The rows and the `$one-of` lists: data that stands for itself, with no names in it. */
export function slotsOfData(contract: Encoded): readonly Slot[] {
  const rows = fieldsOf(fieldOf(contract, 'examples')).flatMap(([row, names]) =>
    fieldsOf(names)
      .filter(([name]) => !reservedInRows.includes(name))
      .map(([name, value]) => ({ path: ['examples', row, name], value, mode: 'data' as const })),
  )
  const draws = fieldsOf(fieldOf(contract, 'forAll')).flatMap(([name, draw]) =>
    itemsOf(fieldOf(draw, '$one-of')).map((value, index) => ({
      path: ['forAll', name, '$one-of', index],
      value,
      mode: 'data' as const,
    })),
  )
  return [...rows, ...draws]
}

/** Keys of a row that are no names. */
export const reservedInRows: readonly string[] = ['cites', 'only']

function slotsOfAction(step: Encoded, path: Path): readonly Slot[] {
  return ['call', 'construct', 'read', 'http', 'deploy', 'with', 'answers'].flatMap((key) =>
    slotAt(step, path, key, 'value'),
  )
}

function slotsOfExpectations(step: Encoded, path: Path): readonly Slot[] {
  return expectationKeys.flatMap((key) => slotAt(step, path, key, 'pattern'))
}

function slotAt(object: Encoded | undefined, path: Path, key: string, mode: Mode): readonly Slot[] {
  const value = fieldOf(object, key)
  return value === undefined ? [] : [{ path: [...path, key], value, mode }]
}
