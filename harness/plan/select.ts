import type { Contract, Seat } from '../model/contract.ts'
import { globToRegExp } from '../language/glob.ts'

/** A pattern that selects contracts: a glob over ids, a whole id, or one row as `id#row`. */
export interface Selection {
  readonly pattern: string
  readonly contracts: readonly Contract[]
  readonly row?: string
  /** Of a suite for one seat: only subjects in that seat are judged by it. */
  readonly seat?: Seat
}

/** The contracts a pattern selects; none where it matches nothing. */
export function select(pattern: string, contracts: readonly Contract[]): Selection {
  const [glob = '', row] = pattern.split('#')
  const matching = globToRegExp(glob)
  const selected = contracts.filter(({ id, rows }) => {
    const named = row === undefined || rows.some(({ name }) => name === row)
    return named && (id === glob || matching.test(id) || id.startsWith(`${glob.replace(/\/$/, '')}/`))
  })
  return { pattern, contracts: selected, ...(row !== undefined && { row }) }
}
