import type { Contract, Step } from './model/contract.ts'
import type { Corpus } from './model/corpus.ts'
import type { FixtureNames } from './model/fixture-app.ts'
import type { Plan, PlannedCase } from './model/plan.ts'
import type { Proof, ProofResult, Toothless } from './model/proof.ts'
import type { Subject } from './model/subject.ts'
import type { CaseResult } from './model/verdict.ts'
import { carryOut } from './carry-out.ts'
import type { Lanes } from './execute/open-lanes.ts'
import { planCases } from './plan/plan-cases.ts'
import { lanesOf } from './run.ts'

export interface ProveOptions {
  readonly corpus: Corpus
  readonly contracts: readonly Contract[]
  /** Only this fault. */
  readonly fault?: string | undefined
  readonly subject: Subject
  /** What a backend has deployed. */
  readonly functions?: FixtureNames
  readonly seed: number
  readonly jobs: number
  readonly fixtures: string
  readonly environment: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}

/** Draws a fault has to be caught within. */
const runs = { sdk: 40, backend: 60 }
/** Draws in which a contract has to hold without one; a backend takes its time for each. */
const cleanRuns = { sdk: 40, backend: 10 }
/** Draws in each of which an expectation has to be without teeth before that is said of it. */
const drawsForTeeth = 5
/** A planted hang is told from a slow answer sooner than a real one. */
const limitMs = { sdk: 1500, backend: 4000 }

/** Runs every contract clean and once with each fault that it names; yields what became of each fault. */
export async function* prove(options: ProveOptions): AsyncGenerator<Proof> {
  const { contracts, subject } = options
  const plan = planOf(options, runs[subject.kind])
  const lanes = lanesFor(options)
  try {
    const proving = contracts.map((contract) =>
      proveContract({ contract, cases: plan.cases.filter((planned) => planned.contract === contract), lanes, options }),
    )
    proving.forEach((proofs) => void proofs.catch(() => undefined))
    for (const proofs of proving) yield* await proofs
  } finally {
    await lanes.close()
  }
}

/** A contract with an expectation that nothing can break. */
export interface ToothlessContract extends Toothless {
  readonly contract: string
}

/** Looks at the teeth of every contract, on the first row that holds. */
export async function lookAtTeeth(options: ProveOptions): Promise<ToothlessContract[]> {
  const { signal } = options
  const plan = planOf(options, drawsForTeeth)
  const lanes = lanesFor(options)
  try {
    const looked = plan.cases.map(async (planned) => {
      const answered = await lanes.pool(planned.lane).order({ kind: 'teeth', planned }, signal)
      if (answered?.kind !== 'looked-at-teeth') return []
      return answered.toothless.map((leaf) => ({ contract: planned.id, ...leaf }))
    })
    return (await Promise.all(looked)).flat()
  } finally {
    await lanes.close()
  }
}

function planOf({ corpus, contracts, subject, functions, seed }: ProveOptions, draws: number): Plan {
  const selections = contracts.map((contract) => ({ pattern: contract.id, contracts: [contract] }))
  const { wire } = corpus
  return planCases({ selections, subjects: [subject], deviations: [], wire, seed, runs: draws, functions })
}

function lanesFor({ subject, jobs, fixtures, environment }: ProveOptions): Lanes {
  return lanesOf({ jobs, limitMs: limitMs[subject.kind], fixtures, environment }, subject)
}

async function proveContract(at: {
  contract: Contract
  cases: readonly PlannedCase[]
  lanes: Lanes
  options: ProveOptions
}): Promise<Proof[]> {
  const { contract, cases, options } = at
  const most = cleanRuns[options.subject.kind]
  const clean = (planned: PlannedCase): PlannedCase => ({ ...planned, runs: Math.min(planned.runs, most) })
  const seen = await Promise.all(cases.map(async (planned) => ({ planned, result: await execute(clean(planned), at) })))
  const holding = seen.filter(({ result }) => result?.verdict === 'holds').map(({ planned }) => planned)
  const whyNone = seen.flatMap(({ result }) => result?.violations[0]?.fingerprint ?? result?.reason ?? [])[0]
  const named = Object.entries(contract.falsifiedBy)
    .flatMap(([statement, faults]) => faults.map((fault) => ({ statement, fault })))
    .filter(({ fault }) => fault.startsWith(`${options.subject.kind}/`))
    .filter(({ fault }) => options.fault === undefined || fault === options.fault)
  const proofs: Proof[] = []
  for (const { statement, fault } of named) {
    const known = proofs.find((proof) => proof.fault === fault)
    const outcome = known ?? { contract: contract.id, ...(await plant({ ...at, holding, whyNone, fault })) }
    proofs.push({ ...outcome, statement, fault })
  }
  return proofs
}

type Planted = Pick<Proof, 'result' | 'case' | 'fingerprint' | 'reason'>

/** One row that catches it is enough; a row that does not hold without the fault proves nothing. */
async function plant(at: {
  contract: Contract
  cases: readonly PlannedCase[]
  holding: readonly PlannedCase[]
  /** What is wrong with the others. */
  whyNone: string | undefined
  fault: string
  lanes: Lanes
  options: ProveOptions
}): Promise<Planted> {
  const { contract, cases, holding, whyNone, fault } = at
  const which = holding.length === 0 ? 'no row holds' : `only ${holding.length} of ${cases.length} rows hold`
  const reason = `${which} without a fault${whyNone === undefined ? '' : `: ${whyNone}`}`
  let last: Planted = { result: 'unjudged', case: contract.id, reason }
  for (const planned of holding) {
    const result = await execute(planned, at, fault)
    if (result === undefined) return { result: 'unjudged', case: planned.id, reason: 'interrupted' }
    last = judge(planned, result)
    if (last.result === 'caught') return last
  }
  // A row that could have caught it may be among those that do not hold.
  return last.result === 'survived' && holding.length < cases.length ? { ...last, result: 'unjudged', reason } : last
}

function judge({ id, contract }: PlannedCase, { verdict, violations, reason }: CaseResult): Planted {
  const [violation] = violations
  if (violation === undefined) {
    const result: ProofResult = verdict === 'holds' ? 'survived' : 'unjudged'
    return { result, case: id, ...(reason !== undefined && { reason }) }
  }
  const { step, fingerprint, blame } = violation
  if (controlsOf(contract).has(step)) return { result: 'control-failed', case: id, fingerprint }
  if (blame === undefined || blame.owner === 'backend') return { result: 'caught', case: id, fingerprint }
  return { result: 'misplaced', case: id, fingerprint, reason: `blamed: the ${blame.owner}, ${blame.where}` }
}

/** Steps that are there to show that the world works: the first success of what a later step expects to fail. */
export function controlsOf({ steps }: Contract): ReadonlySet<number> {
  const negatives = steps.filter(expectsFailure)
  return new Set(
    negatives.map((negative) =>
      steps.findIndex((step) => step !== negative && !expectsFailure(step) && actionOf(step) === actionOf(negative)),
    ),
  )
}

function expectsFailure({ expect }: Step): boolean {
  return expect.rejects !== undefined || expect.throws !== undefined || expect.fails !== undefined
}

function actionOf(step: Step): string {
  switch (step.kind) {
    case 'construct':
      return step.factory
    case 'together':
      return ''
    case 'deploy':
      return 'deploy'
    case 'http':
      return `http ${JSON.stringify(step.request.method ?? 'GET')} ${step.request.at ?? ''} ${step.request.path}`
    case 'inside':
      return `inside ${step.function} ${step.action} ${step.path}`
    case 'call':
    case 'read':
      return `${step.kind} ${step.path}`
  }
}

function execute(
  planned: PlannedCase,
  { lanes, options }: { lanes: Lanes; options: ProveOptions },
  fault?: string,
): Promise<CaseResult | undefined> {
  return carryOut({ planned, lanes, stop: options.signal, fault })
}
