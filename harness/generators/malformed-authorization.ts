import fc from 'fast-check'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { textClass } from './parts/text-classes.ts'

/** Word characters only: what it is joined with decides in which way the whole is malformed. */
const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.'), minLength: 3, maxLength: 16 })

/**
 * What may stand in an Authorization header without being `Bearer` and one token. The header survives a `Headers`
 * object as it is: no white space at an end. A scheme in lower case and several spaces behind it are not drawn: RFC
 * 9110 §11 allows both. Breaks what cuts off a number of characters instead of reading the
 * scheme, takes the first or the last word, or sends on whatever came.
 */
export const malformedAuthorization: Generator = {
  name: 'malformed-authorization',
  title: 'The content of an Authorization header that is no Bearer token',
  classes: {
    empty: textClass((text) => text === ''),
    'the scheme alone': textClass((text) => text === 'Bearer'),
    'a token without a scheme': textClass((text) => /^[^\s,]+$/.test(text) && text !== 'Bearer'),
    'another scheme': textClass((text) => /^(Basic|Digest|Token|Negotiate|ApiKey) /.test(text)),
    'a scheme that begins alike': textClass((text) => /^Bearer[^\s,]+ /.test(text)),
    'two words behind the scheme': textClass((text) => /^Bearer \S+ \S+$/.test(text) && !text.includes(',')),
    'several headers, joined as HTTP joins them': textClass((text) => /^Bearer \S+, Bearer \S+$/.test(text)),
  },
  arbitrary: alternatives(
    [2, fc.constantFrom('', 'Bearer')],
    [2, word],
    [
      3,
      fc
        .tuple(fc.constantFrom('Basic', 'Digest', 'Token', 'Negotiate', 'ApiKey'), word)
        .map((parts) => parts.join(' ')),
    ],
    [1, fc.tuple(fc.constantFrom('Bearers', 'BearerToken', 'Bearer:'), word).map((parts) => parts.join(' '))],
    [1, fc.tuple(word, word).map(([one, two]) => `Bearer ${one} ${two}`)],
    [1, fc.tuple(word, word).map(([one, two]) => `Bearer ${one}, Bearer ${two}`)],
  ),
}
