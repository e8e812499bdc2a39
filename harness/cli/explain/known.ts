import { dirname } from 'node:path'
import type { Deviation } from '../../model/deviation.ts'
import { showValue } from '../../../reports/show-value.ts'

/** A recorded deviation with all that is known of it. */
export function deviationOf({
  id,
  sdk,
  row,
  instead,
  reason,
  seen,
  witness,
  repair,
  link,
  owner,
  until,
  place,
}: Deviation): string[] {
  const drawn = Object.entries(witness).map(([name, value]) => `${name} = ${showValue(value)}`)
  return [
    `Known deviation ${id} (SDK ${sdk}${row === undefined ? '' : `, row ${row}`}${until === undefined ? '' : `, until ${until}`}):`,
    `  instead  ${instead}`,
    `  reason   ${reason}`,
    `  seen     ${seen}`,
    ...(drawn.length === 0 ? [] : [`  witness  ${drawn.join(', ')}`]),
    `  repro    base44-conformance repro ${id}`,
    ...(repair === undefined ? [] : [`  repair   ${dirname(place.file)}/${repair}`]),
    ...(owner === undefined ? [] : [`  owner    ${owner}`]),
    ...(link === undefined ? [] : [`  link     ${link}`]),
  ]
}
