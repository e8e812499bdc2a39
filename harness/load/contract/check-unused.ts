import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf } from '../look.ts'
import type { Path } from '../yaml/path.ts'
import { reservedInRows } from './slots.ts'

/** Names that are drawn, or listed in rows, for nothing. */
export function checkUnused({
  contract,
  used,
  complain,
}: {
  contract: Encoded
  used: ReadonlySet<string>
  complain: Complain
}): void {
  const unlessUsed = (name: string, path: Path, how: string): void => {
    if (used.has(name)) return
    complain({ path, part: 'key', seen: `\`${name}\`, ${how} but never used`, wanted: `\`\${${name}}\` somewhere` })
  }
  for (const [name] of fieldsOf(fieldOf(contract, 'forAll'))) unlessUsed(name, ['forAll', name], 'drawn')
  for (const [row, fields] of fieldsOf(fieldOf(contract, 'examples')).slice(0, 1)) {
    for (const [name] of fieldsOf(fields)) {
      if (!reservedInRows.includes(name)) unlessUsed(name, ['examples', row, name], 'in every row')
    }
  }
}
