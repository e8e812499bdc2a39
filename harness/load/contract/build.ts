import type { Contract, Draw, Only, Provenance, Row } from '../../model/contract.ts'
import type { Encoded } from '../../model/value.ts'
import type { Given, GivenClient } from '../../model/world.ts'
import { objectFrom } from '../../language/own.ts'
import { substitute } from '../../language/substitute.ts'
import { historyName } from '../../model/history-model.ts'
import { fieldOf, fieldsOf, itemsOf, textOf } from '../look.ts'
import type { Source } from '../yaml/source.ts'
import { buildSteps, repliesOf } from './build-step.ts'
import { clientsOf } from './check-world.ts'
import { seatsOf } from './seats.ts'
import { reservedInRows } from './slots.ts'
import type { Surroundings } from './surroundings.ts'

/** The contract in a file in which nothing is wrong. */
export function buildContract({
  id,
  source,
  models,
}: {
  id: string
  source: Source
  models: Surroundings['models']
}): Contract {
  const { value } = source
  const model = textOf(fieldOf(value, 'model'))
  return {
    id,
    place: source.place([]),
    title: fieldOf(value, 'title') as string,
    cites: itemsOf(fieldOf(value, 'cites')) as readonly string[],
    provenance: provenanceOf(value),
    level: fieldOf(value, 'level') as Contract['level'],
    only: (fieldOf(value, 'only') ?? {}) as Only,
    rows: rowsOf(source),
    forAll: model === undefined ? drawsOf(value) : { [historyName]: { kind: 'history', model } },
    given: givenOf(value),
    steps: buildSteps(source),
    ...(model !== undefined && { model: { name: model, writes: models[model]?.writes ?? [] } }),
    falsifiedBy: falsifiedByOf(fieldOf(value, 'falsifiedBy') as Encoded),
    seats: seatsOf(value, models),
  }
}

function provenanceOf(contract: Encoded): Provenance {
  const observed = fieldOf(contract, 'observed')
  if (typeof observed === 'string') return { kind: 'observed', reason: observed.trim() }
  const disputed = fieldOf(contract, 'disputed')
  if (typeof disputed === 'string') return { kind: 'disputed', reason: disputed.trim() }
  return { kind: 'documented' }
}

function rowsOf(source: Source): readonly Row[] {
  const rows = fieldsOf(fieldOf(source.value, 'examples'))
  if (rows.length === 0) return [{ bindings: {}, cites: [], only: {}, place: source.place([]) }]
  return rows.map(([name, fields]) => ({
    name,
    bindings: objectFrom(
      fieldsOf(fields).flatMap(([key, value]) =>
        reservedInRows.includes(key) ? [] : [[key, written(value)] as const],
      ),
    ),
    cites: itemsOf(fieldOf(fields, 'cites')) as readonly string[],
    only: (fieldOf(fields, 'only') ?? {}) as Only,
    place: source.place(['examples', name], 'key'),
  }))
}

function drawsOf(contract: Encoded): Contract['forAll'] {
  return objectFrom(fieldsOf(fieldOf(contract, 'forAll')).map(([name, draw]) => [name, drawOf(draw)]))
}

function drawOf(draw: Encoded): Draw {
  if (typeof draw === 'string') return { kind: 'generator', generator: draw }
  return { kind: 'one-of', values: itemsOf(fieldOf(draw, '$one-of')).map(written) }
}

/** A row's value stands for itself and is not substituted again: only `$$` becomes `$`. */
function written(value: Encoded): Encoded {
  return substitute(value, {})
}

function givenOf(contract: Encoded): Given {
  const given = fieldOf(contract, 'given')
  const clients = fieldOf(given, 'clients')
  return {
    clients: objectFrom(clientsOf(contract).map((name) => [name, (fieldOf(clients, name) ?? {}) as GivenClient])),
    users: (fieldOf(given, 'users') ?? {}) as Given['users'],
    entities: (fieldOf(given, 'entities') ?? {}) as Given['entities'],
    secrets: (fieldOf(given, 'secrets') ?? {}) as Given['secrets'],
    functions: objectFrom(fieldsOf(fieldOf(given, 'functions')).map(([name, replies]) => [name, repliesOf(replies)])),
  }
}

function falsifiedByOf(faults: Encoded): Contract['falsifiedBy'] {
  if (Array.isArray(faults)) return { '*': faults as readonly string[] }
  return faults as Readonly<Record<string, readonly string[]>>
}
