import type { EntitySchema, Json, PropertySchema } from '../../emulated.ts'
import { csvRows } from './csv.ts'

/** The records in a file: a JSON list, or CSV with the names of fields first. Throws an error with one sentence. */
export function recordsIn(name: string, text: string, schema: EntitySchema): readonly Json[] {
  return name.toLowerCase().endsWith('.json') || /^\s*\[/.test(text) ? fromJson(text) : fromCsv(text, schema)
}

function fromJson(text: string): readonly Json[] {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    throw new Error('the file is no JSON')
  }
  if (!Array.isArray(value)) throw new Error('the file holds no list of records')
  return value as readonly Json[]
}

function fromCsv(text: string, schema: EntitySchema): readonly Json[] {
  const [names, ...rows] = csvRows(text)
  if (names === undefined) throw new Error('the file is empty: its first line names the fields')
  return rows.map((cells, index) => {
    if (cells.length > names.length) throw new Error(`record ${index + 1} has more fields than the first line names`)
    return Object.fromEntries(
      cells.flatMap((cell, column) => {
        const name = names[column]?.trim() ?? ''
        // An empty cell is a field that is left out.
        return cell === '' ? [] : [[name, valueOf(cell, Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined)]] // prettier-ignore
      }),
    ) as Json
  })
}

/** A cell is text; where the schema wants something else, what the text says. What says nothing stays for validation. */
function valueOf(cell: string, property: PropertySchema | undefined): Json {
  const types = [property?.type ?? 'string'].flat()
  if (types.includes('string')) return cell
  try {
    const value = JSON.parse(/^(?:true|false)$/i.test(cell) ? cell.toLowerCase() : cell) as Json
    return types.includes(typeOf(value)) || (typeof value === 'number' && types.includes('integer')) ? value : cell
  } catch {
    return cell
  }
}

function typeOf(value: Json): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
