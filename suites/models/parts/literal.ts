import type { Encoded, EncodedObject } from '../../../harness/model/value.ts'

/** A drawn text as a contract writes it: nothing in it is a name to fill in. */
export function literal(text: string): string {
  return text.replaceAll('$', '$$$$')
}

/** The same for every text in the fields of a record. */
export function literalFields(fields: Readonly<Record<string, Encoded>>): EncodedObject {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? literal(value) : value]),
  )
}
