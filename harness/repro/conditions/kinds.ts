import type { Access } from './condition.ts'
import { isObjectTest } from './is-object-test.ts'

interface Kind {
  readonly wanted: string
  readonly test: (access: Access) => string
}

/** How a script asks for each kind of value. */
export const kinds: Readonly<Record<string, Kind>> = {
  anything: { wanted: 'anything', test: isThere },
  present: { wanted: 'anything', test: isThere },
  absent: {
    wanted: 'nothing there',
    test: ({ code, present }) => (present === undefined ? `${code} === undefined` : `!${present}`),
  },
  undefined: { wanted: 'undefined', test: ({ code }) => `${code} === undefined` },
  null: { wanted: 'null', test: ({ code }) => `${code} === null` },
  string: typed('text', 'string'),
  number: typed('a number', 'number'),
  boolean: typed('true or false', 'boolean'),
  function: typed('a function', 'function'),
  array: { wanted: 'a list', test: ({ code }) => `Array.isArray(${code})` },
  object: { wanted: 'an object', test: ({ code }) => isObjectTest(code) },
}

function typed(wanted: string, type: string): Kind {
  return { wanted, test: ({ code }) => `typeof ${code} === '${type}'` }
}

/** The outcome of a call is always there, be it undefined. */
function isThere({ code, present }: Access): string {
  return present ?? `${code} !== undefined`
}
