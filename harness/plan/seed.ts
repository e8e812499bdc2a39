import { createHash } from 'node:crypto'

/**
 * The seed of one case: from the run's seed and the case's id, so that a case draws the same values whatever
 * else is selected, and however many threads there are. A 32-bit integer, as fast-check wants it.
 */
export function seedOf({ seed, id }: { seed: number; id: string }): number {
  return createHash('sha256').update(`${seed}\n${id}`).digest().readInt32BE(0)
}
