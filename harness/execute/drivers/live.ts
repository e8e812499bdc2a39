import type { Encoded } from '../../model/value.ts'

/** Values that cannot be written down (functions, instances), kept for the length of a case under a number. */
export interface LiveValues {
  keep: (value: unknown) => number
  get: (reference: number) => unknown
}

export function createLiveValues(): LiveValues {
  const values: unknown[] = []
  return {
    keep: (value) => values.push(value) - 1,
    get: (reference) => values[reference],
  }
}

/** The reference that an encoded function or instance carries. */
export function referenceOf(value: Encoded): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  for (const word of ['$function', '$instance'] as const) {
    const described = (value as Record<string, Encoded>)[word]
    const reference = (described as Record<string, Encoded> | undefined)?.['ref']
    if (typeof reference === 'number') return reference
  }
  return undefined
}
