import type { Json } from '../emulated.ts'
import { isDeepStrictEqual } from 'node:util'
import { isObject } from '../rules/fields.ts'
import { Refusal } from './refusal.ts'

/** What is walked, as it was asked for first. */
export type Walk = { readonly [key: string]: Json }

interface Cursor {
  readonly walk: Walk
  readonly after: Json
}

export function cursorText(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/**
 * The walk that a page belongs to, and after what it begins. "The token carries the query, sort and fields of the walk, so
 * a later page needs only `cursor` and `limit`. Passing a different query, sort or fields with a cursor is an error."
 * Whatever a token says is read like what a caller asks: an invented one gets nobody further.
 */
export function walkOf(text: string | undefined, asked: Walk): { readonly walk: Walk; readonly after?: Json } {
  if (text === undefined || text === '') return { walk: asked }
  const { walk, after } = readCursor(text)
  for (const [name, value] of Object.entries(asked)) {
    if (!isDeepStrictEqual(walk[name], value)) {
      throw new Refusal(
        400,
        `The cursor belongs to a walk with another "${name}": leave it out, or begin without cursor.`,
      )
    }
  }
  return { walk, after }
}

function readCursor(text: string): Cursor {
  try {
    const cursor = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown
    if (isObject(cursor) && isObject(cursor['walk']) && cursor['after'] !== undefined)
      return cursor as unknown as Cursor
  } catch {
    // Said below.
  }
  throw new Refusal(400, 'The cursor is none that this server gave: pass on the "next_cursor" of a page as it is.')
}
