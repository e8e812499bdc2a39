import type { Encoded } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { isObject } from '../language/form.ts'
import { alternatives } from './parts/alternatives.ts'
import { jsonClasses } from './parts/json-classes.ts'
import { anyArray, anyObject, jsonScalar, nested } from './parts/json-parts.ts'
import { longText } from './parts/long-text.ts'
import { textClasses } from './parts/text-classes.ts'

/**
 * Anything that JSON can hold. Breaks what expects an object at the top, merges into plain objects, rounds
 * numbers, takes falsy answers for none, or mixes the members of an answer up with those of its response.
 * Text is well-formed: what a lone surrogate becomes is open in RFC 8259 §8.2.
 */
export const jsonValue: Generator = {
  name: 'json-value',
  title: 'Anything that JSON can hold, scalars at the top included',
  classes: {
    ...jsonClasses,
    ...textClasses('long (8 KB or more)'),
    'text at the top': (value) => typeof value === 'string',
    'a number at the top': (value) => typeof value === 'number',
    'a boolean at the top': (value) => typeof value === 'boolean',
    'null at the top': (value) => value === null,
    'an array at the top': (value) => Array.isArray(value),
    'an object at the top': isObject,
    'falsy at the top': (value) => !value,
  },
  arbitrary: alternatives<Encoded>([30, jsonScalar], [32, anyObject], [20, anyArray], [6, nested], [2, longText]),
}
