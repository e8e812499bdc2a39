import fc, { type Arbitrary } from 'fast-check'

/**
 * One of several sources, by weight. A counterexample is first tried as a value of the first source, so the
 * first should be the plainest.
 */
export function alternatives<T>(
  ...sources: readonly (readonly [weight: number, source: Arbitrary<T>])[]
): Arbitrary<T> {
  return fc.oneof({ withCrossShrink: true }, ...sources.map(([weight, arbitrary]) => ({ weight, arbitrary })))
}
