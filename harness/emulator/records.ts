import type { Bindings, Encoded, EncodedObject } from '../model/value.ts'
import type { Answer, Given } from '../model/world.ts'
import { utf8Of } from '../language/bytes.ts'
import { isObject } from '../language/form.ts'
import { jsonText, parseJson } from '../language/json.ts'
import { substitute } from '../language/substitute.ts'
import { platformAnswer } from './answer.ts'

/** The records of a contract's world: those it starts from, and what its callers make of them. */
export interface Records {
  /** `below` is what follows the root of entities: the entity's name, then perhaps an id. */
  answer: (method: string, below: readonly string[], body: Uint8Array) => Answer
}

/** Something that happened to a record: as it is now or, where it was deleted, as it was. */
export interface RecordEvent {
  readonly entity: string
  readonly type: 'create' | 'update' | 'delete'
  readonly row: EncodedObject & { readonly id: string }
}

/** Seeds the records of every owner, with an id each and the owner as `created_by`. */
export function seedRecords(
  { entities }: Given,
  bindings: Bindings,
  publish: (event: RecordEvent) => void = () => undefined,
): Records {
  const rows = new Map<string, RecordEvent['row'][]>()
  let made = 0
  const of = (entity: string): RecordEvent['row'][] => rows.get(entity) ?? []
  const create = (entity: string, fields: Encoded, own: EncodedObject = {}): RecordEvent['row'] => {
    const row = { id: `${entity}-${++made}`, ...own, ...(isObject(fields) ? fields : {}) }
    rows.set(entity, [...of(entity), row])
    return row
  }
  for (const [name, byOwner] of Object.entries(entities))
    for (const [owner, records] of Object.entries(byOwner))
      for (const record of records)
        create(String(substitute(name, bindings)), substitute(record, bindings), { created_by: `${owner}@example.com` })

  const told = (entity: string, type: RecordEvent['type'], row: RecordEvent['row']): RecordEvent['row'] => {
    publish({ entity, type, row })
    return row
  }
  return {
    answer(method, [entity, id, ...rest], body) {
      if (entity === undefined || rest.length > 0) return notOnTheStage
      if (id === undefined && method === 'GET') return found(of(entity))
      if (id === undefined && method === 'POST') return found(told(entity, 'create', create(entity, jsonIn(body))))
      if (id === 'bulk' && method === 'POST') {
        const list = jsonIn(body) as readonly Encoded[]
        return found(list.map((fields) => told(entity, 'create', create(entity, fields))))
      }
      const row = of(entity).find((row) => row.id === id)
      if (!['GET', 'PUT', 'DELETE'].includes(method) || id === undefined) return notOnTheStage
      if (row === undefined) return platformAnswer(404, 'there is no such record')
      if (method === 'GET') return found(row)
      const others = of(entity).filter((other) => other !== row)
      if (method === 'DELETE') {
        rows.set(entity, others)
        told(entity, 'delete', row)
        return found({ success: true })
      }
      const changed = { ...row, ...(jsonIn(body) as EncodedObject), id }
      rows.set(
        entity,
        of(entity).map((one) => (one === row ? changed : one)),
      )
      return found(told(entity, 'update', changed))
    },
  }
}

const notOnTheStage = platformAnswer(501, 'the stage lists, reads, creates, updates and deletes records, nothing else')

function jsonIn(body: Uint8Array): Encoded {
  return parseJson(Buffer.from(body).toString('utf8') || '{}')
}

function found(value: Encoded): Answer {
  return { status: 200, headers: [['content-type', 'application/json']], body: utf8Of(jsonText(value) ?? 'null') }
}
