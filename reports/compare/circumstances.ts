import type { SubjectIdentity } from '../../harness/model/subject.ts'
import type { Comparison } from './compare-runs.ts'

/** Something besides the behaviour that is not the same in both runs, and may be why the behaviour is not. */
export interface Circumstance {
  readonly name: string
  /** Left out: that run has none. */
  readonly before?: string
  readonly after?: string
}

/** What differs about how the two runs were made. The seed is none: the verdict is not to depend on it. */
export function circumstancesOf({ before, after, subjects }: Comparison): Circumstance[] {
  const [earlier, later] = [before.header, after.header]
  const facts: Circumstance[] = [
    { name: 'base44-conformance', before: earlier.harness, after: later.harness },
    { name: 'suite', before: earlier.suite, after: later.suite },
    { name: 'runs a property', before: String(earlier.runs), after: String(later.runs) },
    ...subjects.flatMap((pair) =>
      pair.before === undefined || pair.after === undefined ? [] : beneath(pair.before, pair.after),
    ),
  ]
  const differing = facts.filter((fact) => fact.before !== fact.after)
  return [...new Map(differing.map((fact) => [JSON.stringify(fact), fact])).values()]
}

/** What two subjects run on and with. */
function beneath(before: SubjectIdentity, after: SubjectIdentity): Circumstance[] {
  const versions = ({ runtime, runtimeVersion, dependencies }: SubjectIdentity): Map<string, string> =>
    new Map([[runtime, runtimeVersion], ...Object.entries(dependencies)])
  const [earlier, later] = [versions(before), versions(after)]
  return [...new Set([...earlier.keys(), ...later.keys()])].map((name) => {
    const [was, is] = [earlier.get(name), later.get(name)]
    return { name, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }
  })
}
