import type { Problem } from '../../model/problem.ts'
import type { Named } from '../read-files.ts'
import { suiteOfAll, type Added } from '../sources.ts'

/** What is wrong with a user's files as a whole: a folder without contracts, a suite with the name of one of ours. */
export function checkAdded({
  added,
  contracts,
  suites,
}: {
  added: Added
  contracts: readonly Named[]
  suites: readonly Named[]
}): readonly Problem[] {
  const empty = added.contracts.filter(({ name }) => !contracts.some(({ id }) => id.startsWith(`${name}/`)))
  const ours = suites.filter((suite) => !added.suites.includes(suite)).map(({ id }) => id)
  const taken = [...ours, suiteOfAll]
  return [
    ...empty.map(({ as }) => ({
      place: { file: as, line: 0, column: 0 },
      doing: 'reading a folder of contracts',
      seen: 'no contract in it',
      wanted: 'at least one contract, in a file that ends in `.yaml`',
    })),
    ...added.suites.flatMap(({ id, source }) =>
      source === undefined || !taken.includes(id)
        ? []
        : {
            place: source.place([]),
            doing: `suite ${id}`,
            seen: `the name \`${id}\`, which a suite of base44-conformance has`,
            wanted: `another name than ${taken.join(', ')}`,
          },
    ),
  ]
}
