import fc from 'fast-check'
import type { Encoded } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { formTextValue } from './parts/form-text-value.ts'
import { jsonNumber } from './parts/json-parts.ts'

/**
 * A parameter that travels as a plain field of a form: text (that a form carries unchanged), a finite number, a
 * boolean. Breaks what drops falsy parameters, or prints numbers in a way of its own.
 */
export const scalar: Generator = {
  name: 'scalar',
  title: 'Text, a finite number or a boolean, as a plain field of a form',
  classes: {
    text: (value) => typeof value === 'string',
    'empty text': (value) => value === '',
    'text that looks like a number': (value) => typeof value === 'string' && /^-?\d+$/.test(value),
    'an integer': (value) => Number.isSafeInteger(value),
    zero: (value) => value === 0,
    'a negative number': (value) => typeof value === 'number' && value < 0,
    'a fraction': (value) => typeof value === 'number' && !Number.isInteger(value),
    'a number printed with an exponent': (value) => typeof value === 'number' && String(value).includes('e'),
    true: (value) => value === true,
    false: (value) => value === false,
  },
  arbitrary: alternatives<Encoded>([5, formTextValue], [4, jsonNumber], [2, fc.boolean()]),
}
