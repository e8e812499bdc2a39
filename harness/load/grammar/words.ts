import { z } from 'zod'

/** An object with these keys and no others. The message of an unknown key lists the keys that are known. */
export function closed(fields: Readonly<Record<string, z.ZodType>>): z.ZodType {
  return z.strictObject(fields, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(fields).join(' ') : undefined),
  })
}

/** Names of the reader's own choice, each with a value of the same kind. */
export function named(value: z.ZodType): z.ZodType {
  return z.record(z.string(), value)
}

/** One, or a list of them; an empty list would say nothing. */
export function oneOrMany(one: z.ZodType, what: string): z.ZodType {
  return z.union([one, z.array(one).min(1, `at least one: ${what}`)], { error: `${what}, or a list of them` })
}

/** Text of one line that says something. */
export function line(): z.ZodType {
  return z.string().regex(/^[^\n]*[^\s][^\n]*$/, 'text, in one line')
}

/** Text that says something, in as many lines as it needs. */
export function prose(): z.ZodType {
  return z.string().regex(/\S/, 'text that says something')
}

/** Text that says something only a person can say; dots and dashes say nothing. */
export function words(what: string): z.ZodType {
  return z.string().regex(/\p{L}/u, what)
}

/** A name that `${name}` can stand for. */
export function name(): z.ZodType {
  return z.string().regex(namePattern, 'a name: a letter, then letters, digits, `_` or `-`')
}
export const namePattern: RegExp = /^[A-Za-z_][\w-]*$/

/** Either what `literal` says, or text with a substitution in it; of what is neither, `literal` has the word. */
export function orTemplate(literal: z.ZodType, what: string): z.ZodType {
  return z.union([literal, z.string().regex(/\$\{/, { error: what, abort: true })], { error: what })
}

/** One of a closed list of words; a `${name}` may stand for it. */
export function wordOf(words: readonly string[]): z.ZodType {
  return orTemplate(z.enum(words as [string, ...string[]]), `one of ${words.join(', ')}`)
}

export function base64(): z.ZodType {
  return orTemplate(z.base64('bytes in base64'), 'bytes in base64')
}

/** A date that exists: `2026-11-21`. */
export function day(): z.ZodType {
  return z.iso.date('a date: 2026-11-21')
}
