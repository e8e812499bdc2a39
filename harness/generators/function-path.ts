import fc from 'fast-check'
import type { Encoded, EncodedObject } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { dottedSegment, plainSegment, unicodeSegment } from './parts/name-parts.ts'

const segment = alternatives(
  [4, plainSegment],
  [1, fc.constantFrom('1', '123', '0')],
  [2, dottedSegment],
  [1, fc.constantFrom('.well-known', 'a~b', 'report.pdf', 'a.', '_.-')],
  [2, unicodeSegment],
)

const below = fc.array(segment, { maxLength: 3 }).map((segments) => segments.map((one) => `/${one}`).join(''))

/**
 * What functions.fetch is given: a function's name, and maybe a path below it. The name is one segment, so that
 * it is plain where the name ends; below stand unreserved characters and Unicode, which `fetch` encodes, and
 * never a slash at the end. Breaks what looks up the whole path as a name, cuts it at the first slash or dot, or
 * does not hand the rest on.
 */
export const functionPath: Generator = {
  name: 'function-path',
  title: 'A path for functions.fetch: a function, and maybe a path below it',
  members: ['path', 'name', 'below'],
  classes: {
    'nothing below': (value) => belowOf(value) === '',
    'one segment below': (value) => segmentsBelow(value) === 1,
    'several segments below': (value) => segmentsBelow(value) > 1,
    'a dot below': (value) => belowOf(value).includes('.'),
    'a hyphen below': (value) => belowOf(value).includes('-'),
    'an underscore below': (value) => belowOf(value).includes('_'),
    'Unicode below': (value) => /[^\0-\x7f]/.test(belowOf(value)),
    'Unicode that normalising changes': (value) => belowOf(value).normalize('NFC') !== belowOf(value),
    'a number below': (value) => /\/\d+(\/|$)/.test(belowOf(value)),
    'a segment named like the function': (value) =>
      belowOf(value)
        .split('/')
        .includes((value as EncodedObject)['name'] as string),
    'a word that objects already have': (value) => (value as { name: string }).name in {},
  },
  arbitrary: pathsOf(plainSegment),
}

/** Paths that begin with one of these names. */
export function pathsOf(names: fc.Arbitrary<string>): fc.Arbitrary<Encoded> {
  return fc.tuple(names, below, fc.nat(15)).map(([name, rest, again]): Encoded => {
    const path = again === 15 ? `/${name}${rest}` : rest
    return { path: `/${name}${path}`, name, below: path }
  })
}

function belowOf(value: Encoded): string {
  return (value as { below: string }).below
}

function segmentsBelow(value: Encoded): number {
  return belowOf(value).split('/').length - 1
}
