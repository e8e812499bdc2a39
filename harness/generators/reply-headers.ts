import type { Encoded, EncodedObject } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { customName, headersOf, visibleValue } from './parts/header-parts.ts'

/**
 * Headers that a function answers with, none to four, in lower case as every client shows them. Never one that
 * a platform or an HTTP stack sets by itself. Breaks what passes on only headers that it knows.
 */
export const replyHeaders: Generator = {
  name: 'reply-headers',
  title: 'Headers that a function answers with, by lower-case name',
  classes: {
    none: (drawn) => valuesOf(drawn).length === 0,
    one: (drawn) => valuesOf(drawn).length === 1,
    several: (drawn) => valuesOf(drawn).length > 1,
    'spaces in a value': (drawn) => valuesOf(drawn).some((one) => one.includes(' ')),
    'a comma in a value': (drawn) => valuesOf(drawn).some((one) => one.includes(',')),
    'quotes in a value': (drawn) => valuesOf(drawn).some((one) => one.includes('"')),
    'a long value (1 KB or more)': (drawn) => valuesOf(drawn).some((one) => one.length >= 1024),
  },
  arbitrary: headersOf({ name: customName, value: visibleValue, most: 4 }),
}

function valuesOf(drawn: Encoded): string[] {
  return Object.values(drawn as EncodedObject) as string[]
}
