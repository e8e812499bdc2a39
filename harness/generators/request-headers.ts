import fc from 'fast-check'
import type { Encoded, EncodedObject } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { customName, headersOf, visibleValue } from './parts/header-parts.ts'

const name = alternatives(
  [5, customName],
  [2, fc.constantFrom('X-Note', 'X-Client-Version', 'X-MiXeD-cAsE', 'X-TENANT')],
  [1, fc.constantFrom('accept-language', 'Accept-Language')],
)

const value = alternatives([8, visibleValue], [1, fc.constant('')])

/**
 * Headers that a caller adds, none to five. Never a name that `fetch` forbids, or that the SDK, the HTTP stack
 * or a proxy sets or reads. Breaks what overwrites the caller's headers with its own, loses all but one, or
 * drops empty ones.
 */
export const requestHeaders: Generator = {
  name: 'request-headers',
  title: 'Headers that a caller adds to a request, by name',
  classes: {
    none: (drawn) => namesOf(drawn).length === 0,
    one: (drawn) => namesOf(drawn).length === 1,
    'three or more': (drawn) => namesOf(drawn).length >= 3,
    'a name in mixed case': (drawn) => namesOf(drawn).some((one) => /[A-Z]/.test(one)),
    'accept-language': (drawn) => namesOf(drawn).some((one) => one.toLowerCase() === 'accept-language'),
    'an empty value': (drawn) => someValue(drawn, (one) => one === ''),
    'spaces in a value': (drawn) => someValue(drawn, (one) => one.includes(' ')),
    'a comma in a value': (drawn) => someValue(drawn, (one) => one.includes(',')),
    'quotes in a value': (drawn) => someValue(drawn, (one) => one.includes('"')),
    'a long value (1 KB or more)': (drawn) => someValue(drawn, (one) => one.length >= 1024),
  },
  arbitrary: headersOf({ name, value, most: 5 }),
}

function namesOf(drawn: Encoded): string[] {
  return Object.keys(drawn as EncodedObject)
}

function someValue(drawn: Encoded, test: (value: string) => boolean): boolean {
  return Object.values(drawn as Record<string, string>).some(test)
}
