import type { z } from 'zod'
import type { Encoded } from '../model/value.ts'
import type { Complaint } from './complaints.ts'
import { notSpokenYet } from './grammar/not-spoken-yet.ts'
import { pieceAt } from './look.ts'
import { suggest } from './nearest.ts'
import { show } from './show.ts'
import type { Path } from './yaml/path.ts'

type Issue = z.core.$ZodIssue

/** In what way a value has not the shape that the grammar gives it: one complaint for each mistake. */
export function complaintsOfShape({
  shape,
  value,
  path,
}: {
  shape: z.ZodType
  value: Encoded
  path: Path
}): readonly Complaint[] {
  const parsed = shape.safeParse(value)
  if (parsed.success) return []
  return parsed.error.issues.flatMap((issue) => explain(issue, value)).map((found) => inside(path, found))
}

function explain(issue: Issue, root: Encoded): readonly Complaint[] {
  const path = issue.path as Path
  const value = pieceAt(root, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey({ path, key, allowed: issue.message.split(' ') }))
    case 'invalid_union':
      return value === undefined ? [missing(path, issue.message)] : explainUnion(issue, value)
    case 'invalid_value':
      if (value === undefined) return [missing(path, `one of ${issue.values.join(', ')}`)]
      return [{ path, seen: show(value), wanted: suggest(String(value), issue.values.map(String)) }]
    case 'invalid_type':
      return [value === undefined ? missing(path, nounOf(issue)) : { path, seen: show(value), wanted: nounOf(issue) }]
    case 'invalid_key':
      // Only `falsifiedBy` has keys of a closed list, and what is wrong with one is that nobody cites it.
      return []
    default:
      return [{ path, seen: show(value ?? null), wanted: issue.message }]
  }
}

/** The first branch that takes a value of this type has the word; the branches stand in that order. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion, value: Encoded): readonly Complaint[] {
  const path = issue.path as Path
  const branch = issue.errors.find((issues) => !issues.some((inner) => inner.path.length === 0 && isTypeIssue(inner)))
  if (branch === undefined) return [{ path, seen: show(value), wanted: issue.message }]
  return branch.flatMap((inner) => explain(inner, value)).map((found) => inside(path, found))
}

function isTypeIssue(issue: Issue): boolean {
  return issue.code === 'invalid_type' || (issue.code === 'invalid_union' && issue.errors.length > 0)
}

function unknownKey({ path, key, allowed }: { path: Path; key: string; allowed: readonly string[] }): Complaint {
  const later = notSpokenYet[key]
  const at = { path: [...path, key], part: 'key' } as const
  if (later !== undefined) return { ...at, seen: `\`${key}\``, wanted: later }
  return { ...at, seen: `the unknown key \`${key}\``, wanted: suggest(key, allowed) }
}

function missing(path: Path, what: string): Complaint {
  return { path, seen: `no \`${path.at(-1)}\``, wanted: `\`${path.at(-1)}\`: ${what}` }
}

/** A message of our own, or the type that is expected, as a noun. */
function nounOf(issue: z.core.$ZodIssueInvalidType): string {
  if (!issue.message.startsWith('Invalid input')) return issue.message
  return nouns[issue.expected] ?? issue.expected
}

const nouns: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
}

function inside(path: Path, found: Complaint): Complaint {
  return { ...found, path: [...path, ...found.path] }
}
