import type { Problem } from '../model/problem.ts'

/** The order in which one reads them: file by file, from the top. */
export function byPlace({ place: a }: Problem, { place: b }: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
