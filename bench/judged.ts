import type { Bindings } from '../harness/model/value.ts'
import type { Corpus } from '../harness/model/corpus.ts'
import type { Contract, Row } from '../harness/model/contract.ts'
import { attempt, type Place } from '../harness/attempt.ts'

/** The same calls through execute and judge. Milliseconds for all of them. */
export async function judgedLoop({
  contract,
  row,
  wire,
  draws,
  place,
}: {
  contract: Contract
  row: Row
  wire: Corpus['wire']
  draws: readonly Bindings[]
  place: Place
}): Promise<number> {
  const started = performance.now()
  for (const draw of draws) {
    const { judgement } = await attempt({ id: contract.id, contract, row, draw, place, wire })
    if (judgement.kind !== 'holds')
      throw new Error(`a draw of ${contract.id} does not hold: the figures would mean nothing`)
  }
  return performance.now() - started
}
