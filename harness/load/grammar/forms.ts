import { z } from 'zod'
import { base64, closed, name, named, orTemplate, wordOf } from './words.ts'
import { bodiesOf } from './request.ts'

/** A form of the language: an object whose only key is `$word`. */
export interface FormGrammar {
  /** A `value` goes in (a `comparable` one may also be what is expected); a `matcher` is only ever expected. */
  readonly role: 'value' | 'comparable' | 'matcher'
  readonly describe: string
  /** The shape of what stands behind the word; `leaf` is whatever may stand inside it. */
  readonly content: (leaf: z.ZodType) => z.ZodType
}

const kinds = [
  'anything',
  'string',
  'number',
  'boolean',
  'object',
  'array',
  'function',
  'null',
  'undefined',
  'absent',
  'present',
] as const

const text = z.string('text')

function data(fields: Readonly<Record<string, z.ZodType>>): z.ZodType {
  return closed({
    ...fields,
    type: text.optional().describe('Its media type.'),
    text: text.optional().describe('Its content as text.'),
    bytes: base64().optional().describe('Its content, in base64.'),
  }).refine(hasOneContent, 'either `text` or `bytes`')
}

function hasOneContent(value: unknown): boolean {
  const content = value as { readonly text?: unknown; readonly bytes?: unknown }
  return (content.text === undefined) !== (content.bytes === undefined)
}

/** The words of the language, in the order of LANGUAGE.md. */
export const forms: Readonly<Record<string, FormGrammar>> = {
  file: {
    role: 'comparable',
    describe: 'A File.',
    content: () => data({ name: text.describe('Its file name.') }),
  },
  blob: { role: 'value', describe: 'A Blob.', content: () => data({}) },
  bytes: { role: 'comparable', describe: 'Bytes, in base64: a Uint8Array.', content: base64 },
  date: {
    role: 'comparable',
    describe: 'A Date, as ISO text.',
    content: () => orTemplate(z.union([z.iso.datetime({ offset: true }), z.iso.date()]), 'a date in ISO 8601'),
  },
  form: {
    role: 'comparable',
    describe: 'A FormData: field → value or list of values.',
    content: (leaf) => named(leaf),
  },
  value: {
    role: 'comparable',
    describe: 'A value that JSON lacks.',
    content: () => wordOf(['undefined', 'NaN', 'Infinity', '-Infinity', '-0']),
  },
  request: {
    role: 'value',
    describe: 'A Request. A header that is undefined is not sent.',
    content: (leaf) =>
      closed({
        method: text.optional().describe('GET, unless told.'),
        headers: leaf.optional().describe('name → value.'),
        url: text.optional().describe('Any address, unless told.'),
      }),
  },
  headers: {
    role: 'value',
    describe: 'A Headers object: name → value.',
    content: (leaf) => named(leaf),
  },
  params: {
    role: 'value',
    describe: 'A URLSearchParams: name → value or list of values.',
    content: (leaf) => named(leaf),
  },
  stream: {
    role: 'value',
    describe: 'A ReadableStream of these texts, one chunk each.',
    content: (leaf) => z.array(leaf),
  },
  callback: {
    role: 'value',
    describe: 'A function that records its calls under this name; then it returns nothing, unless told.',
    content: () => z.union([name(), behaving()], { error: 'a name, or `{ name, throws | rejects | resolves }`' }),
  },
  signal: {
    role: 'value',
    describe: 'An AbortSignal, and when it aborts.',
    content: () => wordOf(['never', 'aborted', 'when-received', 'when-read', 'when-others-end']),
  },
  fixture: {
    role: 'value',
    describe: 'A file of suites/app.',
    content: () => z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$)).+$/, 'a path below suites/app'),
  },
  is: { role: 'matcher', describe: 'A kind of value.', content: () => wordOf(kinds) },
  has: {
    role: 'matcher',
    describe: 'At least these keys; below them it is exact.',
    content: (leaf) => named(leaf).refine(hasKeys, 'an object with at least one key'),
  },
  error: {
    role: 'matcher',
    describe: 'An error with at least these properties.',
    content: (leaf) =>
      closed(optional(['class', 'name', 'message', 'status', 'code', 'response', 'data', 'cause'], leaf)),
  },
  response: {
    role: 'matcher',
    describe: 'A native Response with at least these properties.',
    content: (leaf) =>
      closed({
        ...optional(['class', 'status', 'ok', 'headers', 'url', 'redirected', 'failed', ...responseBodies], leaf),
        without: z.array(leaf, 'a list of texts').optional(),
      }).refine((value) => bodiesOf(value, responseBodies).length <= 1, 'one of json, text, bytes'),
  },
  includes: { role: 'matcher', describe: 'Text with this part, or a list with this item.', content: (leaf) => leaf },
  matches: {
    role: 'matcher',
    describe: 'Text that a regular expression matches.',
    content: () => z.string('a regular expression').refine(isRegularExpression, 'a valid regular expression'),
  },
  'one-of': {
    role: 'matcher',
    describe: 'One of these.',
    content: (leaf) => z.array(leaf).min(1, 'a list with at least one item'),
  },
  not: { role: 'matcher', describe: 'Anything but this. Never alone.', content: (leaf) => leaf },
  unordered: { role: 'matcher', describe: 'These, in any order.', content: (leaf) => z.array(leaf) },
  json: { role: 'matcher', describe: 'Text that decodes to this.', content: (leaf) => leaf },
  keep: { role: 'matcher', describe: 'Anything defined, bound to this name for later steps.', content: name },
}

const responseBodies = ['json', 'text', 'bytes']

function behaving(): z.ZodType {
  return closed({
    name: name(),
    throws: text.optional().describe('It throws an Error with this message.'),
    rejects: text.optional().describe('It returns a promise that rejects with such an Error.'),
    resolves: text.optional().describe('It returns a promise of this text.'),
  }).refine((value) => Object.keys(value as object).length === 2, 'one of throws, rejects, resolves')
}

function optional(keys: readonly string[], leaf: z.ZodType): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(keys.map((key) => [key, leaf.optional()]))
}

function hasKeys(value: unknown): boolean {
  return Object.keys(value as object).length > 0
}

function isRegularExpression(value: string): boolean {
  if (value.includes('${')) return true
  try {
    return new RegExp(value, 'u') instanceof RegExp
  } catch {
    return false
  }
}
