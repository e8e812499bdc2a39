import { dirname } from 'node:path'
import type { Deviation } from '../../model/deviation.ts'
import { hasRepro, knownOf } from '../deviations/known-of.ts'
import { showValue } from '../../../reports/show-value.ts'

/** A recorded deviation with all that is known of it. */
export function deviationOf(deviation: Deviation): string[] {
  const { id, row, instead, reason, seen, witness, script, repair, link, owner, until, place } = deviation
  const drawn = Object.entries(witness).map(([name, value]) => `${name} = ${showValue(value)}`)
  return [
    `Known deviation ${id} (${knownOf(deviation)}${row === undefined ? '' : `, row ${row}`}${until === undefined ? '' : `, until ${until}`}):`,
    `  instead  ${instead}`,
    `  reason   ${reason}`,
    `  seen     ${seen}`,
    ...(drawn.length === 0 ? [] : [`  witness  ${drawn.join(', ')}`]),
    ...(hasRepro(deviation) ? [`  repro    base44-conformance repro ${id}`] : []),
    ...(script === undefined ? [] : [`  script   ${dirname(place.file)}/${script}`]),
    ...(repair === undefined ? [] : [`  repair   ${dirname(place.file)}/${repair}`]),
    ...(owner === undefined ? [] : [`  owner    ${owner}`]),
    ...(link === undefined ? [] : [`  link     ${link}`]),
  ]
}
