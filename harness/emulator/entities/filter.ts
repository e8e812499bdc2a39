import { Context } from 'mingo/core'
import * as operators from 'mingo/operators/query'
import { Query } from 'mingo/query'
import type { Json } from '../emulated.ts'
import { criteria } from './criteria.ts'
import { Refusal } from './refusal.ts'

/** A query of a caller as a test of records; 400 where it is none. */
export interface Filter {
  readonly test: (record: Readonly<Record<string, Json>>) => boolean
  /** It may take longer than is reasonable: a pattern of the caller's is in it. */
  readonly mayHang: boolean
}

// No more than the documents name: `$where`, `$function`, `$expr` and their kind are not even there.
const context = Context.init().addQueryOps({
  $and: operators.$and,
  $or: operators.$or,
  $nor: operators.$nor,
  $not: operators.$not,
  $eq: operators.$eq,
  $ne: operators.$ne,
  $gt: operators.$gt,
  $gte: operators.$gte,
  $lt: operators.$lt,
  $lte: operators.$lte,
  $in: operators.$in,
  $nin: operators.$nin,
  $exists: operators.$exists,
  $regex: operators.$regex,
  $all: operators.$all,
  $size: operators.$size,
  $elemMatch: operators.$elemMatch,
})

/** What mingo is told wherever a query of a caller's meets it. */
export const mingoOptions: { readonly context: Context; readonly scriptEnabled: false } = {
  context,
  scriptEnabled: false,
}

export function filterOf(query: Json | undefined): Filter {
  if (query === undefined) return { test: () => true, mayHang: false }
  const { condition, mayHang } = criteria(query)
  const compiled = compile(condition)
  return {
    mayHang,
    test(record) {
      try {
        return compiled.test(record)
      } catch (error) {
        // A record whose own field is called `constructor` can confuse mingo: then it does not match.
        if (error instanceof TypeError) return false
        throw error
      }
    },
  }
}

function compile(condition: Readonly<Record<string, unknown>>): Query {
  try {
    return new Query(condition, mingoOptions)
  } catch (error) {
    throw new Refusal(400, `The query cannot be read: ${(error as Error).message}`)
  }
}
