import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf } from '../look.ts'
import { nearest } from '../nearest.ts'
import { reservedInRows } from './slots.ts'

/** Every row of a contract has the same names. */
export function checkRowNames({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  const rows = fieldsOf(fieldOf(contract, 'examples')).map(([row, fields]) => ({ row, names: namesOf(fields) }))
  const [first, ...others] = rows
  for (const { row, names } of others) {
    const path = ['examples', row]
    const missing = (first?.names ?? []).filter((name) => !names.includes(name))
    const extra = names.filter((name) => !first?.names.includes(name))
    for (const name of extra) {
      const meant = nearest(name, missing)
      const wanted = `the names of row \`${first?.row}\`: ${first?.names.join(', ')}${meant ? `; did you mean \`${meant}\`?` : ''}`
      complain({ path: [...path, name], part: 'key', seen: `\`${name}\`, which row \`${first?.row}\` has not`, wanted })
      if (meant !== undefined) missing.splice(missing.indexOf(meant), 1)
    }
    for (const name of missing)
      complain({ path, part: 'key', seen: `no \`${name}\``, wanted: 'the same names in all rows' })
  }
}

function namesOf(row: Encoded): readonly string[] {
  return fieldsOf(row)
    .map(([name]) => name)
    .filter((name) => !reservedInRows.includes(name))
}
