import type { HonoRequest } from 'hono'
import type { Json } from '../emulated.ts'
import { Refusal } from './refusal.ts'

/** Deeper than any record, and far from what exhausts the stack. */
const deepest = 100

/** The body of a request as JSON; 400 where it is none. */
export async function jsonBody(request: HonoRequest): Promise<Json> {
  return parsed(await request.text(), 'The body of the request')
}

/** A text of the caller's as JSON; 400 where it is none, or nested past reason. */
export function parsed(text: string, what: string): Json {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    throw new Refusal(400, `${what} is no JSON.`)
  }
  if (isDeeper(value, deepest)) throw new Refusal(400, `${what} is nested more than ${deepest} levels deep.`)
  return value
}

function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((item: Json) => isDeeper(item, levels - 1))
}
