import type { Contract } from '../../model/contract.ts'
import { suggest } from '../nearest.ts'

/** The contracts that others may refer to: those that were loaded, and those that are there but have mistakes. */
export interface KnownContracts {
  readonly ids: readonly string[]
  readonly loaded: ReadonlyMap<string, Contract>
}

/** What is wrong with referring to a contract or one of its rows, or undefined. */
export function misreference({
  id,
  row,
  known,
}: {
  id: string
  row: string | undefined
  known: KnownContracts
}): { readonly of: 'contract' | 'row'; readonly seen: string; readonly wanted: string } | undefined {
  if (!known.ids.includes(id))
    return { of: 'contract', seen: `the unknown contract \`${id}\``, wanted: suggest(id, known.ids) }
  const contract = known.loaded.get(id)
  if (contract === undefined || row === undefined) return undefined
  const rows = contract.rows.flatMap(({ name }) => (name === undefined ? [] : [name]))
  if (rows.includes(row)) return undefined
  const wanted = rows.length === 0 ? 'no row: the contract has no `examples`' : suggest(row, rows)
  return { of: 'row', seen: `the unknown row \`${row}\` of \`${id}\``, wanted }
}

/** `contract#row`, or the contract alone. */
export function caseId(contract: string, row: string | undefined): string {
  return row === undefined ? contract : `${contract}#${row}`
}
