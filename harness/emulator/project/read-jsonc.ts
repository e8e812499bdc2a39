import { readFileSync } from 'node:fs'
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import type { Problem } from '../../model/problem.ts'

export type ReadJsonc =
  | { readonly kind: 'read'; readonly value: unknown; readonly text: string }
  | { readonly kind: 'broken'; readonly problem: Problem }

/** JSON with comments and commas at the end, as the official command line reads it. */
export function readJsonc(file: string, doing: string): ReadJsonc {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const place = { file, line: 0, column: 0 }
    const seen = error instanceof Error ? error.message : String(error)
    return { kind: 'broken', problem: { place, doing, seen, wanted: 'a file that can be read' } }
  }
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, { allowTrailingComma: true })
  const [first] = errors
  if (first === undefined) return { kind: 'read', value, text }
  const place = { file, ...placeAt(text, first.offset) }
  const problem = { place, doing, seen: printParseErrorCode(first.error), wanted: 'JSON; comments are fine' }
  return { kind: 'broken', problem }
}

/** Counted from 1. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
