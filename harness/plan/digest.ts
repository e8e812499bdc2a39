import { createHash } from 'node:crypto'
import type { Contract } from '../model/contract.ts'
import type { PlannedCase } from '../model/plan.ts'
import { toPlain } from '../language/plain.ts'

/** Of everything that decides what is run: the contracts as loaded, the subjects, the seeds, the runs. */
export function digestOf(cases: readonly PlannedCase[]): string {
  const hash = createHash('sha256')
  for (const { id, subject, lane, seed, runs, contract, wire, witnesses, inapplicable, pinned } of cases) {
    const content = [id, subject, lane, seed, runs, contentOf(contract), wire, witnesses, inapplicable?.reason ?? null]
    hash.update(JSON.stringify(pinned === undefined ? content : [...content, pinned], plain))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Without the places in files: moving a contract does not change what it says. */
function contentOf({ place: _, rows, steps, ...contract }: Contract): unknown {
  return {
    ...contract,
    rows: rows.map(({ place: _, ...row }) => row),
    steps: steps.map(({ place: _, ...step }) => step),
  }
}

function plain(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? toPlain(value) : value
}
