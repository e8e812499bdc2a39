import type { Bindings } from './model/value.ts'
import type { Contract, Row, Step } from './model/contract.ts'
import type { Observation } from './model/outcome.ts'
import type { Exchange } from './model/exchange.ts'
import type { Fault } from './model/fault.ts'
import type { Judgement } from './model/verdict.ts'
import type { WireFact } from './model/wire.ts'
import { blameFor } from './judge/blame.ts'
import { fingerprintOf } from './judge/fingerprint.ts'
import { forwardedIn } from './judge/forwarded.ts'
import { judgeStep } from './judge/judge-step.ts'
import { closeHistory } from './close-history.ts'
import { setScene, type Place } from './set-scene.ts'
import { stepsOf } from './steps-of.ts'

export type { Place } from './set-scene.ts'

/** What came of one draw. */
export interface Attempt {
  readonly judgement: Judgement
  readonly exchanges: readonly Exchange[]
  /** One for each step that was performed, with the names that were bound when it was judged. */
  readonly observed: readonly { readonly step: Step; readonly observation: Observation; readonly bindings: Bindings }[]
}

/** One draw of one case through execute and judge: step by step, since a step may use what an earlier one kept. */
export async function attempt({
  id,
  contract,
  row,
  wire,
  draw,
  fault,
  place,
}: {
  id: string
  contract: Contract
  row: Row
  wire: readonly WireFact[]
  draw: Bindings
  fault?: Fault | undefined
  place: Place
}): Promise<Attempt> {
  const steps = stepsOf(contract, draw)
  const set = setScene({ contract: { ...contract, steps }, wire, drawn: { ...row.bindings, ...draw }, fault, place })
  const observed: { step: Step; observation: Observation; bindings: Bindings }[] = []
  let bindings = set.bindings
  try {
    const refused = await set.seed()
    if (refused !== undefined)
      return { judgement: { kind: 'untestable', step: 0, reason: refused }, exchanges: [], observed }
    for (const [index, step] of steps.entries()) {
      place.onStep(index)
      const seen = withForwarded(await set.perform(step, bindings))
      const observation = fault?.observation?.(seen) ?? withPrinted(seen, fault)
      observed.push({ step, observation, bindings })
      const judged = judgeStep({ step, bindings, observation })
      if (judged.kind !== 'met') {
        const exchanges = [...set.scene.exchanges]
        await closeHistory({ steps: steps.slice(index + 1), bindings, perform: set.perform, observation })
        const judgement = broken(judged, { index, step, id })
        const blamed =
          place.ground.kind === 'backend' ? withBlame(judgement, { step, bindings, observation }) : judgement
        return { judgement: blamed, exchanges, observed }
      }
      bindings = { ...bindings, ...judged.kept }
    }
    return { judgement: { kind: 'holds' }, exchanges: set.scene.exchanges, observed }
  } finally {
    set.scene.close()
    for (const left of await set.clear()) place.onLeftover?.(left)
  }
}

/** What a backend's guard refused is an escape like any other. */
function withForwarded(seen: Observation): Observation {
  const forwarded = forwardedIn(seen.exchanges)
  return forwarded.length === 0 ? seen : { ...seen, escapes: [...forwarded, ...seen.escapes] }
}

function withPrinted(seen: Observation, fault: Fault | undefined): Observation {
  if (fault?.printed === undefined || seen.printed === undefined) return seen
  return { ...seen, printed: fault.printed(seen.printed) }
}

function withBlame(judgement: Judgement, at: { step: Step; bindings: Bindings; observation: Observation }): Judgement {
  if (judgement.kind !== 'violated') return judgement
  return { ...judgement, blame: blameFor({ ...at, mismatch: judgement.mismatch }) }
}

function broken(
  judged: Exclude<ReturnType<typeof judgeStep>, { kind: 'met' }>,
  { index, step, id }: { index: number; step: Step; id: string },
): Judgement {
  if (judged.kind === 'untestable') return { kind: 'untestable', step: index, reason: judged.reason }
  const { mismatch } = judged
  const fingerprint = fingerprintOf({ caseId: id, step: index, named: step.named, mismatch })
  return { kind: 'violated', step: index, mismatch, fingerprint }
}
