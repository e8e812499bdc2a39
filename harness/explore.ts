import type { Bindings } from './model/value.ts'
import type { CaseResult, Judgement, Violation } from './model/verdict.ts'
import type { Exchange } from './model/exchange.ts'
import type { Observation } from './model/outcome.ts'
import type { PlannedCase } from './model/plan.ts'
import { countClasses, type ClassCounts } from './count-classes.ts'
import { countEndings, type EndingCounts } from './count-endings.ts'
import { checkDraws, drawsAnything, type Drawing } from './draw.ts'
import { shrink, type Failure } from './shrink.ts'
import { stepsOf } from './steps-of.ts'

/** What exploring needs to know of one draw. */
export interface Attempted {
  readonly judgement: Judgement
  readonly exchanges: readonly Exchange[]
  /** What was seen step by step; unknown where a thread died of it. */
  readonly observed?: readonly { readonly observation: Observation }[]
}

export interface Exploration extends Drawing {
  readonly planned: PlannedCase
  readonly attempt: (draw: Bindings) => Promise<Attempted>
  /** What came to light only after the last draw: an error that a timer threw. */
  readonly late?: () => Promise<Judgement | undefined>
  /** Milliseconds from any fixed moment. */
  readonly now: () => number
  /** Stop at the first violation and leave it as it is: whether there is one is all that is asked. */
  readonly quick?: boolean
  /** Called before each draw of the first round. */
  readonly onDraw?: (index: number) => void
}

/** More ways of failing than this in one case are one bug with many faces. */
const mostFingerprints = 8

/**
 * The loop around the pipeline: witnesses first, then every draw once; then each way of failing is made as
 * small as it gets while it stays that way of failing. A case that is replayed has one draw, which stays as it is.
 */
export async function explore(exploration: Exploration): Promise<CaseResult> {
  const { now } = exploration
  const started = now()
  const witnesses = await runWitnesses(exploration)
  const round = await drawAll(exploration)
  const violations: Violation[] = []
  for (const failure of round.failures.values()) violations.push(await shrink(exploration, failure))
  const others = [...witnesses.failures, ...(await lateFailures(exploration, round))]
  for (const failure of others) {
    if (!violations.some(({ fingerprint }) => fingerprint === failure.fingerprint))
      violations.push(await shrink(exploration, failure))
  }
  return {
    ...verdictOf({ ...round, untestable: round.untestable ?? witnesses.untestable, violations }),
    runs: round.runs,
    violations: violations.sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1)),
    witnessed: witnesses.witnessed,
    classes: round.classes,
    endings: round.endings,
    calls: round.calls,
    durationMs: Math.round((now() - started) * 10) / 10,
  }
}

/**
 * A witness that fails is evidence like any other draw, also where no other draw fails like it; one that could not be
 * put to the test says nothing about its entry.
 */
async function runWitnesses({ planned, attempt }: Exploration): Promise<{
  witnessed: Record<string, string | null>
  failures: Failure[]
  untestable: string | undefined
}> {
  const witnessed: Record<string, string | null> = {}
  let untestable: string | undefined
  const failures: Failure[] = []
  for (const [deviation, draw] of Object.entries(planned.witnesses)) {
    const attempted = await attempt(draw)
    const { judgement } = attempted
    if (judgement.kind === 'untestable') untestable ??= untestableAt(judgement)
    else witnessed[deviation] = judgement.kind === 'violated' ? judgement.fingerprint : null
    if (judgement.kind !== 'violated') continue
    const { fingerprint } = judgement
    failures.push({ fingerprint, draw, attempted, origin: { kind: 'witness', deviation }, draws: 1 })
  }
  return { witnessed, failures, untestable }
}

interface Round {
  runs: number
  /** Steps of all draws. */
  calls: number
  readonly failures: Map<string, Failure>
  readonly classes: ClassCounts
  readonly endings: EndingCounts
  untestable?: string
  excused?: string
  /** How many draws were evidence, one way or the other. */
  judged: number
  last?: { readonly draw: Bindings; readonly index: number }
}

async function drawAll(exploration: Exploration): Promise<Round> {
  const { planned, attempt, onDraw, quick } = exploration
  const { counts, add } = countClasses(exploration)
  const endings = countEndings()
  const round: Round = { runs: 0, calls: 0, failures: new Map(), classes: counts, endings: endings.counts, judged: 0 }
  const once = async (draw: Bindings): Promise<boolean> => {
    if (isOver(round) || (quick === true && round.failures.size > 0)) return true
    const index = round.runs++
    onDraw?.(index)
    add(draw)
    round.calls += stepsOf(planned.contract, draw).length
    round.last = { draw, index }
    const attempted = await attempt(draw)
    endings.add(attempted.observed ?? [])
    record({ round, index, draw, attempted, origin: at(index) })
    return true
  }
  if (planned.pinned !== undefined) await once(planned.pinned.draw)
  else if (drawsAnything(exploration)) await checkDraws({ drawing: exploration, predicate: once })
  else await once({})
  return round
}

/** A hang costs its whole limit, a callback that stays out a wait, and a crash a thread: one of them says enough. */
function isOver({ failures, untestable }: Round): boolean {
  if (untestable !== undefined || failures.size >= mostFingerprints) return true
  return [...failures.values()].some(({ attempted: { judgement } }) => isCostly(judgement))
}

function isCostly(judgement: Judgement): boolean {
  if (judgement.kind !== 'violated') return false
  const { kind, expectation } = judgement.mismatch
  return kind === 'timed-out' || kind === 'crashed' || (kind === 'wrong-count' && expectation === 'notifies')
}

function record({ round, ...failed }: { round: Round } & Required<Omit<Failure, 'fingerprint' | 'draws'>>): void {
  const { judgement } = failed.attempted
  if (judgement.kind === 'untestable') round.untestable ??= untestableAt(judgement)
  if (judgement.kind === 'excused') round.excused ??= judgement.reason
  else round.judged++
  if (judgement.kind !== 'violated') return
  const known = round.failures.get(judgement.fingerprint)
  if (known === undefined)
    round.failures.set(judgement.fingerprint, { ...failed, fingerprint: judgement.fingerprint, draws: 1 })
  else known.draws++
}

/** Told only where nothing says it already: what comes late cannot be held against a draw for certain. */
async function lateFailures({ late }: Exploration, { failures, last }: Round): Promise<Failure[]> {
  const judgement = await late?.()
  if (judgement?.kind !== 'violated' || last === undefined) return []
  const told = [...failures.values()].some(
    ({ attempted }) =>
      attempted.judgement.kind === 'violated' && attempted.judgement.mismatch.kind === judgement.mismatch.kind,
  )
  if (told) return []
  const { fingerprint } = judgement
  const attempted = { judgement, exchanges: [] }
  return [{ fingerprint, draw: last.draw, attempted, origin: at(last.index), draws: 1 }]
}

function at(index: number): Failure['origin'] {
  return { kind: 'path', path: String(index) }
}

function untestableAt({ step, reason }: Extract<Judgement, { kind: 'untestable' }>): string {
  return `step ${step + 1}: ${reason}`
}

function verdictOf({
  untestable,
  excused,
  judged,
  violations,
}: {
  untestable: string | undefined
  excused?: string
  judged: number
  violations: readonly Violation[]
}): Pick<CaseResult, 'verdict' | 'reason' | 'owner'> {
  if (violations.length > 0) return { verdict: 'violated', owner: violations[0]?.blame?.owner ?? 'sdk' }
  if (untestable !== undefined) return { verdict: 'untestable', reason: untestable, owner: 'sdk' }
  if (excused !== undefined && judged === 0) return { verdict: 'inapplicable', reason: excused, owner: 'sdk' }
  return { verdict: 'holds' }
}
