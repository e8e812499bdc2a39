import { dirname } from 'node:path'
import type { Console } from '../console.ts'
import { corpusOf } from '../corpus.ts'
import type { Home } from '../home.ts'
import { hasRepro, knownOf } from '../deviations/known-of.ts'
import { listCommand } from './list.ts'

/** The recorded deviations with everything that is known of them. */
export async function deviationsCommand({
  json,
  console,
  home,
}: {
  json: boolean
  console: Console
  home: Home
}): Promise<number> {
  if (json) return listCommand({ what: 'deviations', json, console, home })
  const { deviations } = await corpusOf(home)
  for (const deviation of deviations) {
    const { id, contract, row, instead, reason, seen, until, script, repair, owner, link, place } = deviation
    const lines = [
      `${id}  (${knownOf(deviation)}${until === undefined ? '' : `, until ${until}`})`,
      `  contract  ${contract}${row === undefined ? '' : `#${row}`}`,
      `  instead   ${instead}`,
      `  reason    ${reason}`,
      `  seen      ${seen}`,
      ...(owner === undefined ? [] : [`  owner     ${owner}`]),
      ...(link === undefined ? [] : [`  link      ${link}`]),
      ...(hasRepro(deviation) ? [`  repro     base44-conformance repro ${id}`] : []),
      ...(script === undefined ? [] : [`  script    ${dirname(place.file)}/${script}`]),
      ...(repair === undefined ? [] : [`  repair    ${dirname(place.file)}/${repair}`]),
    ]
    console.stdout.write(`${lines.join('\n')}\n\n`)
  }
  return 0
}
