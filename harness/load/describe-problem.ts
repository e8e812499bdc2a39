import type { Problem } from '../model/problem.ts'

/** A problem as text: where, what was being read, what stands there, what may stand there. */
export function describeProblem({ place, doing, seen, wanted }: Problem): string {
  return `${place.file}:${place.line}:${place.column}  ${doing}: seen ${indented(seen)}; wanted ${indented(wanted)}`
}

/** Text of several lines stays recognisable as one problem. */
function indented(text: string): string {
  return text.trim().replaceAll(/\r?\n/g, '\n    ')
}
