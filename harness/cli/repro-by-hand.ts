import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backendOf } from '../language/backend-of.ts'
import type { Deviation } from '../model/deviation.ts'
import type { Home } from './home.ts'
import { UsageError } from './usage-error.ts'

/** A script that somebody wrote, where none can be made: it would have to play the SDK and the functions. */
export interface ByHand {
  readonly text: string
  /** As a person finds it: `suites/deviations/base44-dev/dev-forwards-calls-of-curl.mjs`. */
  readonly place: string
  /** `base44-dev` */
  readonly backend: string
}

/** The script that lies below the folder of an entry. */
export function reproByHand({ id, contract, row, place, script, backend }: Deviation, home: Home): ByHand {
  const name = backendOf({ ...(backend !== undefined && { backend }) }) ?? ''
  const folder = dirname(place.file)
  if (script === undefined) {
    const judged = [contract, row].filter((part) => part !== undefined).join('#')
    throw new UsageError(
      `looked for the script of ${id}: there is none at ${folder}/${name}/, and none can be made for a backend. Write one there, or see it in a run: base44-conformance run --backend ${name} --contract '${judged}'`,
    )
  }
  const added = home.project?.added.deviations.find(({ as }) => as === folder)
  const path = join(added?.directory ?? join(home.suites, 'deviations'), script)
  return { text: readFileSync(path, 'utf8'), place: `${folder}/${script}`, backend: name }
}
