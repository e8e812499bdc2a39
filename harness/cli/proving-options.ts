import { availableParallelism } from 'node:os'
import type { Seat } from '../model/contract.ts'
import type { BackendSubject, Subject } from '../model/subject.ts'
import type { ProveOptions } from '../prove.ts'
import type { Console } from './console.ts'
import { corpusOf } from './corpus.ts'
import type { Home } from './home.ts'
import { fixtureNames } from './run-options.ts'
import { contractsIn, selectionsOf, usualSuite } from './selection.ts'
import { subjectsOf } from './subjects-of.ts'

/** What is planted, and in what. */
export interface Proving {
  readonly contract?: readonly string[]
  readonly fault?: string
  readonly seed: number
  readonly jobs?: number
}

/** The contracts that are to be proved in a seat. */
export async function contractsToProve({
  request,
  seat,
  home,
}: {
  request: Proving
  seat: Seat
  home: Home
}): Promise<Pick<ProveOptions, 'corpus' | 'contracts'>> {
  const corpus = await corpusOf(home)
  const patterns = request.contract ?? []
  const { selections } = selectionsOf({ corpus, suites: [usualSuite(corpus, seat)], seats: [seat], patterns })
  return { corpus, contracts: contractsIn(selections).filter(({ seats }) => seats.includes(seat)) }
}

/** What proving takes besides: the backend that is named, else the default SDK. */
export async function provingOptions({
  request,
  chosen,
  backend,
  console,
  home,
}: {
  request: Proving
  /** Left out: what is proved in the seat of the SDK. */
  chosen?: Pick<ProveOptions, 'corpus' | 'contracts'>
  backend?: BackendSubject | undefined
  console: Console
  home: Home
}): Promise<ProveOptions> {
  return {
    ...(chosen ?? (await contractsToProve({ request, seat: 'sdk', home }))),
    fault: request.fault,
    subject: backend ?? (await defaultSdk({ console, home })),
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
