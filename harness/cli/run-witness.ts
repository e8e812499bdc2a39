import type { Corpus } from '../model/corpus.ts'
import type { Deviation } from '../model/deviation.ts'
import type { CaseEvent } from '../model/event.ts'
import type { SdkSubject } from '../model/subject.ts'
import { select } from '../plan/select.ts'
import { run } from '../run.ts'
import { redact } from '../../reports/redact.ts'
import { stabilise } from '../../reports/stabilise.ts'
import type { Console } from './console.ts'
import type { Home } from './home.ts'
import { secretsIn } from './secrets.ts'

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
  const { environment, signal } = console
  const events = run({
    // Whatever its range says: the subject was named.
    corpus: { ...corpus, deviations: [{ ...deviation, sdk: '*' }] },
    selections: [select(row === undefined ? contract : `${contract}#${row}`, corpus.contracts)],
    suite: 'sdk',
    subjects: [subject],
    seed: 1,
    runs: 1,
    jobs: 1,
    limitMs: 5000,
    strict: false,
    flags: [],
    harness: home.version,
    fixtures: home.fixtures,
    environment,
    clock: { date: () => new Date(), now: () => performance.now() },
    signal,
  })
  const prefixes = { [subject.directory]: '‹sdk›', [home.root]: '‹harness›' }
  let seen: CaseEvent | undefined
  for await (const event of events) {
    const written = stabilise(redact(event, { secrets: secretsIn(environment), tokens: new Map() }), { prefixes })
    if (written.kind === 'case') seen = written
  }
  return seen
}
