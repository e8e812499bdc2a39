import type { Bindings, Encoded } from '../model/value.ts'

/** Where in an expectation matching has come to, and what it may use. */
export interface Trail {
  readonly bindings: Bindings
  /** What `$keep` bound so far; grows while matching. */
  readonly kept: Record<string, Encoded>
  readonly path: readonly (string | number)[]
  /** Length of the path at which a drawn value began; the rest is not the same for every draw. */
  readonly cut: number | undefined
  /** How drawn values are seen here: as they are, or as JSON carries them. */
  readonly as: 'value' | 'json' | 'form'
  /** Text stands for itself: inside a drawn value there is nothing to substitute. */
  readonly literal: boolean
}

export function startTrail(bindings: Bindings, kept: Record<string, Encoded>): Trail {
  return { bindings, kept, path: [], cut: undefined, as: 'value', literal: false }
}

export function below(trail: Trail, key: string | number): Trail {
  return { ...trail, path: [...trail.path, key] }
}

/** From here on the expectation is a drawn value. */
export function insideDrawn(trail: Trail): Trail {
  return { ...trail, literal: true, cut: trail.cut ?? trail.path.length }
}

/** The names in force: what the case bound, and over it what was kept in this step. */
export function namesOf({ bindings, kept }: Trail): Bindings {
  for (const _ in kept) return { ...bindings, ...kept }
  return bindings
}
