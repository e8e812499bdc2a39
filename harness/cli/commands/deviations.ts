import { dirname } from 'node:path'
import type { Console } from '../console.ts'
import { corpusOf } from '../corpus.ts'
import type { Home } from '../home.ts'
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
  for (const { id, contract, row, sdk, instead, reason, seen, until, repair, owner, link, place } of deviations) {
    const lines = [
      `${id}  (@base44/sdk ${sdk}${until === undefined ? '' : `, until ${until}`})`,
      `  contract  ${contract}${row === undefined ? '' : `#${row}`}`,
      `  instead   ${instead}`,
      `  reason    ${reason}`,
      `  seen      ${seen}`,
      ...(owner === undefined ? [] : [`  owner     ${owner}`]),
      ...(link === undefined ? [] : [`  link      ${link}`]),
      `  repro     base44-conformance repro ${id}`,
      ...(repair === undefined ? [] : [`  repair    ${dirname(place.file)}/${repair}`]),
    ]
    console.stdout.write(`${lines.join('\n')}\n\n`)
  }
  return 0
}
