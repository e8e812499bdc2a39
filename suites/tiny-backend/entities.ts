import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { People, Person } from './people.ts'
import { mayTouch, type Operation, type Row, type Rules } from './row-rules.ts'

/** What is asked of entities, taken apart. */
export interface EntityRequest {
  readonly method: string
  /** `[entity]`, `[entity, id]`. */
  readonly segments: readonly string[]
  readonly query: URLSearchParams
  readonly json: unknown
  readonly by: Person | undefined
}

export interface EntityAnswer {
  readonly status: number
  readonly json: unknown
}

export interface Entities {
  readonly answer: (request: EntityRequest) => EntityAnswer
  readonly empty: () => void
}

type Stored = Record<string, unknown> & { readonly id: string }

/** The records of an app, in memory, each within the rules of its entity. */
export function openEntities({
  people,
  rulesOf,
}: {
  people: People
  rulesOf: (name: string) => Rules | undefined
}): Entities {
  const tables = new Map<string, Map<string, Stored>>()
  const answer = (request: EntityRequest): EntityAnswer => {
    const [entity = '', id] = request.segments
    if (entity === 'User') return answerOfPeople(request, people)
    const rules = rulesOf(entity)
    if (rules === undefined || request.segments.length > 2) return nothing
    const table = tables.get(entity) ?? new Map<string, Stored>()
    tables.set(entity, table)
    return id === undefined || id === 'bulk'
      ? onTable(request, { table, rules })
      : onRecord(request, { table, rules, id })
  }
  return { answer, empty: () => tables.clear() }
}

const nothing: EntityAnswer = { status: 404, json: { message: 'There is no such record.' } }
/** The documents' samples ask `if (!user)` and `if (!order)`: what is not there is told as nothing, not as an error. */
const nothingToShow: EntityAnswer = { status: 200, json: null }
const forbidden: EntityAnswer = { status: 403, json: { message: 'Permission denied.' } }
const unauthorised: EntityAnswer = { status: 401, json: { message: 'Nobody is signed in.' } }
const notAllowed: EntityAnswer = { status: 405, json: { message: 'That cannot be done here.' } }

interface Table {
  readonly table: Map<string, Stored>
  readonly rules: Rules
}

function onTable(request: EntityRequest, { table, rules }: Table): EntityAnswer {
  const { method, segments, json, by } = request
  const may = (operation: Operation, row: Row): boolean => mayTouch({ rule: rules[operation], row, by })
  if (method === 'GET') {
    const rows = [...table.values()].filter((row) => may('read', row))
    return { status: 200, json: chosen(rows, request.query) }
  }
  if (method === 'DELETE') {
    const found = [...table.values()].filter((row) => matches(row, json) && may('delete', row))
    for (const { id } of found) table.delete(id)
    return { status: 200, json: { success: true, deleted: found.length } }
  }
  if (method !== 'POST') return notAllowed
  const given = segments[1] === 'bulk' ? (json as Row[]) : [json as Row]
  const made = given.map((one) => newRecord(one, by))
  if (!made.every((row) => may('create', row))) return by === undefined ? unauthorised : forbidden
  for (const row of made) table.set(row.id, row)
  return { status: 201, json: segments[1] === 'bulk' ? made : made[0] }
}

function onRecord({ method, json, by }: EntityRequest, { table, rules, id }: Table & { id: string }): EntityAnswer {
  const row = table.get(id)
  const may = (operation: Operation): boolean => row !== undefined && mayTouch({ rule: rules[operation], row, by })
  // Whoever may not see a record is not told that it is there.
  if (row === undefined || !may('read')) return method === 'GET' ? nothingToShow : nothing
  if (method === 'GET') return { status: 200, json: row }
  if (method === 'PUT') {
    if (!may('update')) return forbidden
    const { id: _, created_by: _by, created_by_id: _id, ...changes } = json as Row
    Object.assign(row, changes, { updated_date: new Date().toISOString() })
    return { status: 200, json: row }
  }
  if (method !== 'DELETE') return notAllowed
  if (!may('delete')) return forbidden
  table.delete(id)
  return { status: 200, json: { success: true } }
}

function answerOfPeople({ method, segments, by }: EntityRequest, { users, service }: People): EntityAnswer {
  if (by === undefined) return method === 'GET' && segments[1] === 'me' ? nothingToShow : unauthorised
  if (method !== 'GET') return notAllowed
  const visible = by.role === 'admin' ? users : [by]
  const [, id] = segments
  if (id === undefined) return { status: 200, json: visible }
  const wanted = [...visible, ...(by.is_service ? [service] : [])].find((one) => one.id === (id === 'me' ? by.id : id))
  return wanted === undefined ? nothing : { status: 200, json: wanted }
}

function newRecord(given: Row, by: Person | undefined): Stored {
  const now = new Date().toISOString()
  const made = { created_by: by?.email, created_by_id: by?.id, created_date: now, updated_date: now, is_sample: false }
  return { ...given, id: randomUUID(), ...made }
}

/** `q`, `sort`, `skip`, `limit` and `fields`, as the SDK sends them. */
function chosen(rows: readonly Stored[], query: URLSearchParams): Row[] {
  const wanted: unknown = JSON.parse(query.get('q') ?? '{}')
  const sorted = inOrder(
    rows.filter((row) => matches(row, wanted)),
    query.get('sort'),
  )
  const skip = Number(query.get('skip') ?? 0)
  const page = sorted.slice(skip, skip + Number(query.get('limit') ?? 1000))
  const fields = query.get('fields')?.split(',')
  return fields === undefined ? page : page.map((row) => Object.fromEntries(fields.map((key) => [key, row[key]])))
}

function matches(row: Row, wanted: unknown): boolean {
  return Object.entries((wanted ?? {}) as Row).every(([key, value]) => isDeepStrictEqual(row[key], value))
}

function inOrder(rows: Stored[], sort: string | null): Stored[] {
  if (sort === null) return rows
  const key = sort.replace(/^-/, '')
  const sign = sort.startsWith('-') ? -1 : 1
  return rows.sort((a, b) => sign * (String(a[key]) < String(b[key]) ? -1 : 1))
}
