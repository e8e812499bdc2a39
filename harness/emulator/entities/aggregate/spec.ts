import { z } from 'zod'
import type { EntitySchema, Json } from '../../emulated.ts'
import { Refusal } from '../refusal.ts'

const names = z.union([z.string(), z.array(z.string())]).transform((given) => (Array.isArray(given) ? given : [given]))
const json = z.unknown().transform((given) => given as Json)

/** What is to be computed: `EntityAggregateSpec` of the SDK, with its defaults. */
export interface Spec {
  readonly query?: Json | undefined
  readonly groupBy: readonly string[]
  readonly dateBucket?: { readonly field: string; readonly unit: 'day' | 'week' | 'month' | 'year' } | undefined
  readonly count: boolean
  readonly sum: readonly string[]
  readonly avg: readonly string[]
  readonly min: readonly string[]
  readonly max: readonly string[]
  readonly countDistinct?: string | undefined
  readonly having?: Json | undefined
  readonly sort?: string | undefined
  readonly limit: number
}

const grammar: z.ZodType<Spec> = z.strictObject({
  query: json.optional(),
  groupBy: names.pipe(z.array(z.string()).max(4, 'records are grouped by four fields at the most')).default([]),
  dateBucket: z.strictObject({ field: z.string(), unit: z.enum(['day', 'week', 'month', 'year']) }).optional(),
  count: z.boolean().default(true),
  sum: names.default([]),
  avg: names.default([]),
  min: names.default([]),
  max: names.default([]),
  countDistinct: z.string().optional(),
  having: json.optional(),
  sort: z.string().optional(),
  limit: z.int().min(1).default(1000),
})

/** What a request asks to be computed; 400 where it is not of that form. */
export function specOf(body: Json, schema: EntitySchema): Spec {
  const read = grammar.safeParse(body)
  if (!read.success) throw new Refusal(400, `This cannot be computed: ${z.prettifyError(read.error)}`)
  refuseWeeks(read.data, schema)
  const { dateBucket, groupBy } = read.data
  if (dateBucket !== undefined && groupBy.includes(dateBucket.field)) {
    throw new Refusal(400, `"${dateBucket.field}" is both in "groupBy" and the field of "dateBucket".`)
  }
  return read.data
}

/** "`created_date` and `updated_date` support every unit; date fields of your schema support `day`, `month` and `year`." */
function refuseWeeks({ dateBucket }: Spec, { properties }: EntitySchema): void {
  if (dateBucket?.unit !== 'week' || ['created_date', 'updated_date'].includes(dateBucket.field)) return
  const whose = Object.hasOwn(properties, dateBucket.field) ? 'a field of the schema' : 'no date of the server'
  throw new Refusal(400, `Weeks are of created_date and updated_date only; "${dateBucket.field}" is ${whose}.`)
}
