import type { Result } from './fold.ts'
import { showValue } from './show-value.ts'

/** Everything that ran on a subject failed in one way: one accident, not as many findings as there are contracts. */
export interface CommonCause {
  readonly subject: string
  readonly results: readonly Result[]
}

/** Two cases may fail alike by chance; from here on it is worth a look at the subject first. */
const fewest = 3

/** The subjects of which every case that ran fails in the same way. */
export function commonCauses(results: readonly Result[]): CommonCause[] {
  return [...bySubject(results)].flatMap(([subject, ran]) => {
    const causes = new Set(ran.map(causeOf))
    return ran.length >= fewest && causes.size === 1 && !causes.has(undefined) ? [{ subject, results: ran }] : []
  })
}

function bySubject(results: readonly Result[]): Map<string, Result[]> {
  const ran = results.filter((result) => result.class !== 'inapplicable')
  return Map.groupBy(ran, (result) => result.event.subject)
}

/** The same text for the same accident; undefined where a case did not fail, or failed as recorded. */
function causeOf({ event, unexpected }: Result): string | undefined {
  const { verdict, reason } = event.result
  if (verdict === 'untestable') return `untestable ${reason}`
  const first = unexpected[0]
  if (first === undefined) return undefined
  const { kind, observedClass, observed } = first.mismatch
  return `${kind} ${observedClass} ${showValue(observed)}`
}
