import type { Json, Row } from '../emulated.ts'
import { readable } from '../rules/readable.ts'
import { filterOf } from './filter.ts'
import { inTime } from './in-time.ts'
import type { Scope } from './scope.ts'

/** A record: as it is kept, and as whoever asks may see it. */
export interface Visible {
  readonly row: Row
  readonly seen: Row
}

/**
 * The records that a caller may read and that match a query, in order of insertion. Everything (filters, orders, sums,
 * also what is to be updated or deleted) is asked of what they may see, so no answer gives away what is hidden.
 */
export function visible({ app, entity, schema, by }: Scope, query?: Json): readonly Visible[] {
  const { test, mayHang } = filterOf(query)
  const matching = (): Visible[] => {
    const found: Visible[] = []
    for (const row of app.store.all(entity)) {
      const seen = readable({ schema, row, by })
      if (seen !== undefined && test(seen)) found.push({ row, seen })
    }
    return found
  }
  return mayHang ? inTime(matching) : matching()
}
