import type { WireFact } from '../model/wire.ts'
import type { Encoded } from '../model/value.ts'
import { isObject } from '../language/form.ts'
import { layout, led, listOf, objectOf, type Doc } from './source/doc.ts'
import { fill, fillNow } from './source/scope.ts'
import { quote } from './source/text.ts'
import { writeObject } from './source/value.ts'
import type { Script } from './script.ts'
import { rootOf } from './server.ts'

/** The seeded records of the world: they are listed, and read one by one. */
export function recordsSource(script: Script, wire: readonly WireFact[]): string {
  const seeded = Object.entries(script.contract.given.entities).flatMap(([entity, byOwner]) =>
    Object.entries(byOwner).flatMap(([owner, records]) =>
      records.map((record) => ({ entity: fillNow(entity, script.scope), owner, record })),
    ),
  )
  const records = seeded.map(({ entity, owner, record }, index): Doc => {
    const own = [`id: ${quote(`${entity}-${index + 1}`)}`, `created_by: ${quote(`${owner}@example.com`)}`]
    const fields = objectOf([...own, led('...', fieldsOf(record, script))])
    return objectOf([`entity: ${quote(entity)}`, led('fields: ', fields)])
  })
  return `// Records that are there: they can be listed, and read by their id.
const records = ${layout(listOf(records))}
function recordsAt(path, method, app) {
  const root = ${rootOf(wire, 'entities', 'app')}
  const isThere = method === 'GET' && root.every((part, at) => part === path[at])
  const [entity, id] = path.slice(root.length)
  const all = records.filter((record) => record.entity === entity).map(({ fields }) => fields)
  const found = id === undefined ? all : all.find((record) => record.id === id)
  const headers = { 'content-type': 'application/json' }
  if (!isThere || found === undefined) return { status: 404, headers, body: '{"message":"there is nothing here"}' }
  return { headers, body: JSON.stringify(found) }
}`
}

function fieldsOf(record: Encoded, script: Script): Doc {
  const filled = typeof record === 'string' ? fill(record, script.scope) : undefined
  const value = filled?.kind === 'value' ? filled.value : record
  return isObject(value) ? writeObject(value, { ...script, literal: filled !== undefined }) : '{}'
}
