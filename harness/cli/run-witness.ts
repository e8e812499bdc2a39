import type { Corpus } from '../model/corpus.ts'
import type { Deviation } from '../model/deviation.ts'
import type { CaseEvent } from '../model/event.ts'
import type { SdkSubject } from '../model/subject.ts'
import { select } from '../plan/select.ts'
import type { Console } from './console.ts'
import { eventsOf } from './events-of.ts'
import type { Home } from './home.ts'
import { optionsOf } from './run-options.ts'
import { suiteNamed } from './selection.ts'

/** Runs the draw that shows a recorded deviation, on one subject; what came of it, as it may be written. */
export async function runWitness({
  deviation,
  corpus,
  subject,
  console,
  home,
}: {
  deviation: Deviation
  corpus: Corpus
  subject: SdkSubject
  console: Console
  home: Home
}): Promise<CaseEvent | undefined> {
  const { contract, row } = deviation
  const suite = suiteNamed('sdk', corpus)
  const options = optionsOf({
    request: { seed: 1, runs: 1, jobs: 1 },
    flags: {},
    // Whatever its range says: the subject was named.
    corpus: { ...corpus, deviations: [{ ...deviation, sdk: '*' }] },
    selections: [select(row === undefined ? contract : `${contract}#${row}`, corpus.contracts)],
    suite,
    subjects: [subject],
    surroundings: console,
    home,
  })
  let seen: CaseEvent | undefined
  for await (const event of eventsOf(options, home)) if (event.kind === 'case') seen = event
  return seen
}
