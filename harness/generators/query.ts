import fc from 'fast-check'
import type { Encoded } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { objectFrom } from '../language/own.ts'
import { alternatives } from './parts/alternatives.ts'
import { plainText } from './parts/texts.ts'

const name = alternatives(
  [6, fc.constantFrom('a', 'b', 'q')],
  [2, fc.constantFrom('page', 'a.b', 'a[]', '名', '__proto__', 'a b', '0', 'a&b')],
)

const value = alternatives(
  [4, fc.constantFrom('x', '1', 'true', 'hello')],
  [2, fc.constant('')],
  [3, fc.constantFrom('é', 'e\u0301', '名前', '😀', 'א')],
  [2, fc.constantFrom('x y', ' ', 'a+b', '+')],
  [3, fc.constantFrom('a=b', '&', 'a&b=c', '#', '?', '/', 'a/../b', '%', '%20', '%2F', '\\', '\r\n')],
  [2, plainText],
)

/**
 * A query, as text for an address and taken apart: `entries` in order, and `values` by name, with a list where a
 * name occurs several times. Everything that needs it is percent-encoded, a space as %20 and a plus as %2B.
 * Breaks what drops the query, decodes or encodes it twice, or keeps one value a name.
 */
export const query: Generator = {
  name: 'query',
  title: 'A query as text without its question mark, and taken apart',
  members: ['text', 'entries', 'values'],
  classes: {
    'one value': (drawn) => entriesOf(drawn).length === 1,
    'several values': (drawn) => entriesOf(drawn).length > 1,
    'a repeated name': (drawn) => new Set(entriesOf(drawn).map(([key]) => key)).size < entriesOf(drawn).length,
    'an empty value': (drawn) => someEntry(drawn, (_, text) => text === ''),
    Unicode: (drawn) => someEntry(drawn, (key, text) => /[^\0-\x7f]/.test(key + text)),
    'a space': (drawn) => someEntry(drawn, (_, text) => text.includes(' ')),
    'a plus sign': (drawn) => someEntry(drawn, (_, text) => text.includes('+')),
    'a percent sign': (drawn) => someEntry(drawn, (_, text) => text.includes('%')),
    'characters that a URL gives a meaning': (drawn) => someEntry(drawn, (_, text) => /[&=#?/]/.test(text)),
    'a line break': (drawn) => someEntry(drawn, (_, text) => text.includes('\n')),
    'brackets in a name': (drawn) => someEntry(drawn, (key) => key.includes('[')),
    'a name that objects already have': (drawn) => someEntry(drawn, (key) => key in {}),
  },
  arbitrary: fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 4 }).map((entries): Encoded => ({
    text: entries.map(([key, text]) => `${encodeURIComponent(key)}=${encodeURIComponent(text)}`).join('&'),
    entries,
    values: valuesOf(entries),
  })),
}

type Entries = readonly (readonly [name: string, value: string])[]

function valuesOf(entries: Entries): Encoded {
  const values = new Map<string, Encoded>()
  for (const [key, text] of entries) {
    const before = values.get(key)
    values.set(
      key,
      before === undefined
        ? text
        : typeof before === 'string'
          ? [before, text]
          : [...(before as readonly Encoded[]), text],
    )
  }
  return objectFrom(values)
}

function entriesOf(drawn: Encoded): Entries {
  return (drawn as unknown as { entries: Entries }).entries
}

function someEntry(drawn: Encoded, test: (name: string, value: string) => boolean): boolean {
  return entriesOf(drawn).some(([key, text]) => test(key, text))
}
