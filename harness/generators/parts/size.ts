import fc, { type Arbitrary } from 'fast-check'

/**
 * Any size up to a limit, all equally likely: most are large, and a counterexample shrinks to the very size at
 * which something breaks (fast-check's own sizes keep to the small end).
 */
export function sizeUpTo(max: number, min = 0): Arbitrary<number> {
  return fc.noBias(fc.integer({ min, max }))
}
