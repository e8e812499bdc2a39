import type { z } from 'zod'
import type { Problem } from '../../model/problem.ts'
import { placeOf } from './place-of.ts'
import { readJsonc } from './read-jsonc.ts'

export type Read<T> =
  { readonly kind: 'read'; readonly value: T } | { readonly kind: 'broken'; readonly problem: Problem }

/** What a file of a project holds, if it is as the grammar says; else its first mistake, and where that stands. */
export function readFile<T>(file: string, { grammar, doing }: { grammar: z.ZodType<T>; doing: string }): Read<T> {
  const read = readJsonc(file, doing)
  if (read.kind === 'broken') return read
  const { success, data, error } = grammar.safeParse(read.value)
  if (success) return { kind: 'read', value: data }
  const [issue] = error.issues
  const path = issue?.path ?? []
  const at = path.length === 0 ? doing : `${doing}: ${path.map(String).join('.')}`
  const place = placeOf({ file, text: read.text, path })
  return { kind: 'broken', problem: { place, doing: at, seen: issue?.message ?? 'a mistake', wanted: 'what the documents of Base44 say of such a file' } } // prettier-ignore
}
