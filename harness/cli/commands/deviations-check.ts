import { counted } from '../../../reports/quantity.ts'
import type { Console } from '../console.ts'
import { corpusOf } from '../corpus.ts'
import { expiry } from '../deviations/expiry.ts'
import type { Home } from '../home.ts'

/** Validates the recorded deviations; what has expired is red here, as it is in a run. */
export async function deviationsCheckCommand({ console, home }: { console: Console; home: Home }): Promise<number> {
  const { deviations } = await corpusOf(home)
  console.stdout.write(`${counted(deviations.length, 'deviation')}: no mistake\n`)
  const { expired, soon } = expiry(deviations, new Date())
  for (const line of [...expired, ...soon]) console.stderr.write(`${line}\n`)
  return expired.length > 0 ? 3 : 0
}
