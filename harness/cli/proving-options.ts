import { availableParallelism } from 'node:os'
import type { BackendSubject, Subject } from '../model/subject.ts'
import type { ProveOptions } from '../prove.ts'
import type { Console } from './console.ts'
import { corpusOf } from './corpus.ts'
import type { Home } from './home.ts'
import { fixtureNames } from './run-options.ts'
import { selectionsOf, usualSuite } from './selection.ts'
import { subjectsOf } from './subjects-of.ts'

/** What is planted, and in what. */
export interface Proving {
  readonly contract?: readonly string[]
  readonly fault?: string
  readonly seed: number
  readonly jobs?: number
}

/** What proving takes: the selected contracts, and the backend that is named, else the default SDK. */
export async function provingOptions({
  request,
  backend,
  console,
  home,
}: {
  request: Proving
  backend?: BackendSubject | undefined
  console: Console
  home: Home
}): Promise<ProveOptions> {
  const corpus = await corpusOf(home)
  const subject = backend ?? (await defaultSdk({ console, home }))
  const seat = subject.kind
  const patterns = request.contract ?? []
  const { selections } = selectionsOf({ corpus, suites: [usualSuite(corpus, seat)], seats: [seat], patterns })
  const contracts = new Set(selections.flatMap((selection) => selection.contracts))
  return {
    corpus,
    contracts: [...contracts].filter(({ seats }) => seats.includes(seat)),
    fault: request.fault,
    subject,
    functions: fixtureNames(home),
    seed: request.seed,
    jobs: request.jobs ?? home.project?.config.jobs ?? availableParallelism(),
    fixtures: home.fixtures,
    environment: console.environment,
    signal: console.signal,
  }
}

async function defaultSdk({ console, home }: { console: Console; home: Home }): Promise<Subject> {
  const [subject] = await subjectsOf({}, { console, home, say: (text) => console.stderr.write(`${text}\n`) })
  if (subject === undefined) throw new Error('there is always a default SDK')
  return subject
}
