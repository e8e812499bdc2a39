import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf } from '../look.ts'
import { suggest } from '../nearest.ts'
import { citedIn } from './check-citations.ts'

/** Which faults break which statement must be told, unless there is only one statement. */
export function checkFaults({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  const cited = citedIn(contract)
  const faults = fieldOf(contract, 'falsifiedBy')
  const path = ['falsifiedBy']
  if (faults === undefined) return
  if (Array.isArray(faults)) {
    if (cited.length < 2) return
    const wanted = `for each of them the faults that break it: { ${cited[0]}: […], … }`
    return complain({ path, seen: `a list, though ${cited.length} statements are cited`, wanted })
  }
  const named = fieldsOf(faults).map(([id]) => id)
  if (cited.length === 0)
    return complain({ path, seen: 'a map, though nothing is cited', wanted: 'a list of fault ids' })
  for (const id of named.filter((id) => !cited.includes(id))) {
    complain({ path: [...path, id], part: 'key', seen: `\`${id}\`, which is not cited`, wanted: suggest(id, cited) })
  }
  for (const id of cited.filter((id) => !named.includes(id))) {
    complain({ path, part: 'key', seen: `no faults for \`${id}\``, wanted: `\`${id}: [fault ids]\`` })
  }
}
