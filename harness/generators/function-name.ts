import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import {
  dottedSegment,
  path,
  plainSegment,
  punctuatedSegment,
  reservedNames,
  spacedSegment,
  unicodeSegment,
} from './parts/name-parts.ts'
import { textClass, textClasses } from './parts/text-classes.ts'

/**
 * What a function's folder may be called, as far as a URL gives no character of it a meaning: no `? # % \`, no
 * control characters, no segment that is empty, `.` or `..`, no white space at an end of one; those are rows of
 * their own. Breaks what builds the address without encoding, encodes twice, normalises Unicode, takes `+` for
 * a space or `a:b` for a scheme, flattens nested names, or keeps functions in a plain object.
 */
export const functionName: Generator = {
  name: 'function-name',
  title: 'What a function may be called, nested or not, without characters that a URL gives a meaning',
  classes: {
    camelCase: textClass((text) => /^[a-z]+([A-Z][a-z]+)+$/.test(text)),
    'kebab-case': textClass((text) => /^[a-z]+(-[a-z]+)+$/.test(text)),
    snake_case: textClass((text) => /^[a-z]+(_[a-z]+)+$/.test(text)),
    'dots inside': textClass((text) => /[^/]\.[^/]/.test(text)),
    'digits only': textClass((text) => /^\d+$/.test(text)),
    'one character': textClass((text) => text.length === 1),
    nested: textClass((text) => text.includes('/')),
    'nested twice': textClass((text) => text.split('/').length === 3),
    'a space inside': textClass((text) => text.includes(' ')),
    Unicode: textClass((text) => /[^\0-\x7f]/.test(text)),
    'Unicode that normalising changes': textClass((text) => text.normalize('NFC') !== text),
    punctuation: textClass((text) => /[!'()*~,;=:@&+$]/.test(text)),
    'a colon': textClass((text) => text.includes(':')),
    'a plus sign': textClass((text) => text.includes('+')),
    'a dollar sign': textClass((text) => text.includes('$')),
    'a reserved word': textClass((text) => (reservedNames as readonly string[]).includes(text)),
    'long (100 characters or more)': textClass((text) => text.length >= 100),
    ...textClasses('a word that objects already have'),
  },
  arbitrary: path(
    alternatives(
      [12, plainSegment],
      [2, dottedSegment],
      [2, spacedSegment],
      [3, unicodeSegment],
      [4, punctuatedSegment],
    ),
  ),
}
