import fc from 'fast-check'
import type { Encoded } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { longText } from './parts/long-text.ts'
import { shortText } from './parts/texts.ts'

/** What stands between an application and its API answers these, and not in the API's own form. */
const pages = fc.constantFrom(
  '<!doctype html><html><head><title>502</title></head><body><h1>502 Bad Gateway</h1></body></html>',
  'upstream connect error or disconnect/reset before headers',
  'error code: 1015',
)

/** JSON at the top that is no object, JSON that is cut off, and JSON twice. */
const nearlyJson = fc.constantFrom(
  'null',
  '[]',
  '0',
  'false',
  '""',
  '"no"',
  '{',
  '{"message":',
  '[1,',
  '{}{}',
  'undefined',
)

/** A message where it is looked for, but not as text. */
const odd = fc.constantFrom('{"message":[]}', '{"message":{}}', '{"detail":[{"msg":"no"}]}', '{"error":null}')

const huge = fc.constantFrom(256, 512).map((kilobytes) => 'no '.repeat((kilobytes * 1024) / 3))

/**
 * The text of an error response, whatever was meant by it. Breaks what parses every body, reaches for a message in a
 * body that is null, a list or text, takes an empty body for none, or copies a large one too often.
 */
export const errorText: Generator = {
  name: 'error-text',
  title: 'The text of an error response: a page of a proxy, cut off JSON, nothing, or very much',
  classes: {
    empty: (value) => value === '',
    HTML: starts('<'),
    'like a JSON object': starts('{'),
    'like a JSON list': starts('['),
    'null as JSON': (value) => value === 'null',
    'cut off': (value) => ['{', '{"message":', '[1,'].includes(value as string),
    'huge (256 KB or more)': (value) => (value as string).length >= 255 * 1024,
  },
  arbitrary: alternatives<Encoded>(
    [4, shortText],
    [2, fc.constant('')],
    [4, pages],
    [6, nearlyJson],
    [4, odd],
    [1, longText],
    [1, huge],
  ),
}

function starts(sign: string): (value: Encoded) => boolean {
  return (value) => String(value).startsWith(sign)
}
