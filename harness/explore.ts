import fc, { type Arbitrary, type Parameters } from 'fast-check'
import type { Bindings, Encoded } from './model/value.ts'
import type { Generator } from './model/generator.ts'
import type { PlannedCase } from './model/plan.ts'
import type { CaseResult, Judgement, Violation } from './model/verdict.ts'
import type { Exchange } from './model/exchange.ts'

/** What exploring needs to know of one draw. */
export interface Attempted {
  readonly judgement: Judgement
  readonly exchanges: readonly Exchange[]
}

export interface Exploration {
  readonly planned: PlannedCase
  readonly generators: Readonly<Record<string, Generator>>
  readonly attempt: (draw: Bindings) => Promise<Attempted>
  /** Milliseconds from any fixed moment. */
  readonly now: () => number
  /** Stop at the first violation and leave it as it is: whether there is one is all that is asked. */
  readonly quick?: boolean
  /** Called before each draw of the first round. */
  readonly onDraw?: (index: number) => void
}

/** Making a counterexample smaller may take this long; a hang takes its whole limit every time. */
const shrinkMs = 5000
/** More ways of failing than this in one case are one bug with many faces. */
const mostFingerprints = 8

/**
 * The loop around the pipeline: witnesses first, then every draw once; then each way of failing is made as
 * small as it gets while it stays that way of failing.
 */
export async function explore(exploration: Exploration): Promise<CaseResult> {
  const { planned, now } = exploration
  const started = now()
  const witnessed = await runWitnesses(exploration)
  const round = await drawAll(exploration)
  const violations: Violation[] = []
  for (const failure of round.failures.values()) violations.push(await shrink(exploration, failure))
  return {
    ...verdictOf(round, violations),
    runs: round.runs,
    violations: violations.sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1)),
    witnessed,
    classes: round.classes,
    calls: round.runs * planned.contract.steps.length,
    durationMs: Math.round((now() - started) * 10) / 10,
  }
}

/** Everything a contract draws, as one arbitrary over its names. */
export function arbitraryOf({ planned, generators }: Pick<Exploration, 'planned' | 'generators'>): Arbitrary<Bindings> {
  const draws = Object.entries(planned.contract.forAll).map(([name, draw]) => {
    if (draw.kind === 'one-of') return [name, fc.constantFrom(...draw.values)] as const
    const generator = generators[draw.generator]
    if (generator === undefined) throw new Error(`no generator is called ${draw.generator}`)
    return [name, generator.arbitrary] as const
  })
  return fc.record(Object.fromEntries(draws))
}

/** Where the draws are few enough to be had all, each is had once, in order; else they come by the seed. */
function parametersOf({ seed, runs, contract }: PlannedCase): Parameters<[Bindings]> {
  const all = everyDraw(contract.forAll, runs)
  return all === undefined ? { seed, numRuns: runs } : { seed, numRuns: all.length, examples: all.map((draw) => [draw]) }
}

/** Every combination of draws, where each is from a list and there are at most `most` of them. */
function everyDraw(forAll: PlannedCase['contract']['forAll'], most: number): Bindings[] | undefined {
  let all: Bindings[] = [{}]
  for (const [name, draw] of Object.entries(forAll)) {
    if (draw.kind !== 'one-of' || all.length * draw.values.length > most) return undefined
    all = all.flatMap((before) => draw.values.map((value) => ({ ...before, [name]: value })))
  }
  return all
}

async function runWitnesses({ planned, attempt }: Exploration): Promise<Record<string, string | null>> {
  const witnessed: Record<string, string | null> = {}
  for (const [deviation, draw] of Object.entries(planned.witnesses)) {
    const { judgement } = await attempt(draw)
    witnessed[deviation] = judgement.kind === 'violated' ? judgement.fingerprint : null
  }
  return witnessed
}

/** The first draw that failed in one way, and how many did. */
interface Failure {
  readonly fingerprint: string
  readonly index: number
  readonly draw: Bindings
  readonly attempted: Attempted
  draws: number
}

interface Round {
  runs: number
  readonly failures: Map<string, Failure>
  readonly classes: Record<string, Record<string, number>>
  untestable?: string
}

async function drawAll(exploration: Exploration): Promise<Round> {
  const { planned, attempt, onDraw } = exploration
  const round: Round = { runs: 0, failures: new Map(), classes: {} }
  const counted = classCounter(exploration, round.classes)
  const once = async (draw: Bindings): Promise<void> => {
    if (isOver(round) || (exploration.quick === true && round.failures.size > 0)) return
    const index = round.runs++
    onDraw?.(index)
    counted(draw)
    const attempted = await attempt(draw)
    record({ round, index, draw, attempted })
  }
  if (Object.keys(planned.contract.forAll).length === 0) await once({})
  else await fc.check(fc.asyncProperty(arbitraryOf(exploration), once), parametersOf(planned))
  return round
}

/** A hang costs its whole limit and a crash a thread: one of them says enough. */
function isOver({ failures, untestable }: Round): boolean {
  if (untestable !== undefined || failures.size >= mostFingerprints) return true
  return [...failures.values()].some(({ attempted }) => isCostly(attempted.judgement))
}

function isCostly(judgement: Judgement): boolean {
  return judgement.kind === 'violated' && ['timed-out', 'crashed'].includes(judgement.mismatch.kind)
}

function record({
  round,
  index,
  draw,
  attempted,
}: {
  round: Round
  index: number
  draw: Bindings
  attempted: Attempted
}): void {
  const { judgement } = attempted
  if (judgement.kind === 'untestable') round.untestable ??= `step ${judgement.step + 1}: ${judgement.reason}`
  if (judgement.kind !== 'violated') return
  const known = round.failures.get(judgement.fingerprint)
  if (known === undefined)
    round.failures.set(judgement.fingerprint, { fingerprint: judgement.fingerprint, index, draw, attempted, draws: 1 })
  else known.draws++
}

/** Shrinking stays within one fingerprint: else it slips from one bug to another. */
async function shrink(exploration: Exploration, failure: Failure): Promise<Violation> {
  const { planned, attempt } = exploration
  const path = String(failure.index)
  let smallest = { draw: failure.draw, attempted: failure.attempted }
  let found: { counterexamplePath: string | null; numShrinks: number } = { counterexamplePath: path, numShrinks: 0 }
  if (isShrinkable(exploration, failure)) {
    found = await fc.check(
      fc.asyncProperty(arbitraryOf(exploration), async (draw) => {
        const attempted = await attempt(draw)
        const { judgement } = attempted
        if (judgement.kind !== 'violated' || judgement.fingerprint !== failure.fingerprint) return true
        smallest = { draw, attempted }
        return false
      }),
      {
        ...parametersOf(planned),
        path,
        numRuns: 1,
        interruptAfterTimeLimit: shrinkMs,
        markInterruptAsFailure: true,
      },
    )
  }
  return violationFrom({
    planned,
    failure,
    ...smallest,
    replayPath: found.counterexamplePath ?? path,
    shrinks: found.numShrinks,
  })
}

function isShrinkable({ planned, quick }: Exploration, { attempted }: Failure): boolean {
  return quick !== true && Object.keys(planned.contract.forAll).length > 0 && !isCostly(attempted.judgement)
}

function violationFrom({
  planned,
  failure,
  draw,
  attempted,
  replayPath,
  shrinks,
}: {
  planned: PlannedCase
  failure: Failure
  draw: Bindings
  attempted: Attempted
  replayPath: string
  shrinks: number
}): Violation {
  const { judgement, exchanges } = attempted
  if (judgement.kind !== 'violated') throw new Error('only a violation is made smaller')
  return {
    fingerprint: failure.fingerprint,
    step: judgement.step,
    mismatch: judgement.mismatch,
    counterexample: draw,
    exchanges,
    replay: `${planned.seed}:${replayPath}`,
    draws: failure.draws,
    shrinks,
  }
}

function verdictOf(round: Round, violations: readonly Violation[]): Pick<CaseResult, 'verdict' | 'reason' | 'owner'> {
  if (violations.length > 0) return { verdict: 'violated', owner: 'sdk' }
  if (round.untestable !== undefined) return { verdict: 'untestable', reason: round.untestable, owner: 'sdk' }
  return { verdict: 'holds' }
}

/** Counts which of the classes that its generators promise were met. */
function classCounter(
  { planned, generators }: Exploration,
  classes: Record<string, Record<string, number>>,
): (draw: Bindings) => void {
  const tests = Object.entries(planned.contract.forAll).flatMap(([name, draw]) => {
    const promised = draw.kind === 'generator' ? Object.entries(generators[draw.generator]?.classes ?? {}) : []
    const counts: Record<string, number> = (classes[name] = Object.fromEntries(promised.map(([title]) => [title, 0])))
    return promised.map(([title, holds]) => ({ name, title, holds, counts }))
  })
  return (draw) => {
    for (const { name, title, holds, counts } of tests) {
      if (holds(draw[name] as Encoded)) counts[title] = (counts[title] ?? 0) + 1
    }
  }
}
