import type { HonoRequest } from 'hono'
import type { Json, Row } from '../emulated.ts'
import { parsed } from './json-body.ts'
import type { Fields } from './known-fields.ts'
import { Refusal } from './refusal.ts'

/** `q`: a query as JSON text. */
export function queryOf(request: HonoRequest): Json | undefined {
  const text = request.query('q')
  return text === undefined ? undefined : parsed(text, 'The query ("q")')
}

/** A whole number of records, `most` at the most, however many are asked for. */
export function countOf(request: HonoRequest, name: string, { least, fallback, most = Infinity }: Bounds): number {
  const text = request.query(name)
  if (text === undefined) return fallback
  if (!/^\d+$/.test(text) || Number(text) < least) {
    throw new Refusal(400, `"${name}" takes a whole number from ${least}; this is "${text}".`)
  }
  return Math.min(Number(text), most)
}

interface Bounds {
  readonly least: number
  readonly fallback: number
  readonly most?: number
}

/** Names between commas; undefined: all. */
export function fieldsOf(request: HonoRequest): readonly string[] | undefined {
  const names = (request.query('fields') ?? '').split(',').map((name) => name.trim())
  const given = names.filter((name) => name !== '')
  return given.length === 0 ? undefined : given
}

/** A record with these fields and no others. */
export function picked(row: Row, fields: readonly string[] | undefined): Fields {
  if (fields === undefined) return row
  return Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name)))
}
