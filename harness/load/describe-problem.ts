import type { Place, Problem } from '../model/problem.ts'

/** A problem as text: where, what was being read, what stands there, what may stand there. */
export function describeProblem({ place, doing, seen, wanted }: Problem): string {
  return `${placeOf(place)}  ${doing}: seen ${indented(seen)}; wanted ${indented(wanted)}`
}

/** The file alone where no more is known. */
function placeOf({ file, line, column }: Place): string {
  return line === 0 ? file : `${file}:${line}:${column}`
}

/** Text of several lines stays recognisable as one problem. */
function indented(text: string): string {
  return text.trim().replaceAll(/\r?\n/g, '\n    ')
}
