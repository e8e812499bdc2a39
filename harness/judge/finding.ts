import type { Encoded } from '../model/value.ts'
import type { MismatchKind } from '../model/verdict.ts'
import { classOf } from './class-of.ts'
import type { Trail } from './trail.ts'

/** A place where a pattern does not hold; the judge makes a mismatch of it. */
export interface Finding {
  readonly kind: MismatchKind
  readonly path: readonly (string | number)[]
  readonly stablePath: readonly (string | number)[]
  readonly expected: Encoded
  readonly observed: Encoded
  readonly observedClass: string
}

/** In the place of an observed value: there is none. */
export const absent: Encoded = { $is: 'absent' }

export function finding(
  kind: MismatchKind,
  trail: Trail,
  seen: {
    expected: Encoded
    observed: Encoded | undefined
    observedClass?: string
  },
): Finding {
  return {
    kind,
    path: trail.path,
    stablePath: trail.cut === undefined ? trail.path : trail.path.slice(0, trail.cut),
    expected: seen.expected,
    observed: seen.observed ?? absent,
    observedClass: seen.observedClass ?? classOf(seen.observed),
  }
}
