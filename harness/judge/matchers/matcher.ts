import type { Encoded, Template } from '../../model/value.ts'
import type { Finding } from '../finding.ts'
import type { Trail } from '../trail.ts'

/** Holds any pattern against any value; handed to the matchers, which are part of it. */
export type Match = (pattern: Template, observed: Encoded | undefined, trail: Trail) => Finding | undefined

/** Holds the value of a form against what was observed; undefined: nothing was there. */
export type Matcher = (
  value: Template,
  observed: Encoded | undefined,
  trail: Trail,
  match: Match,
) => Finding | undefined
