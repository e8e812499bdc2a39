import fc from 'fast-check'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { dottedSegment, plainSegment, punctuatedSegment, spacedSegment, unicodeSegment } from './parts/name-parts.ts'
import { textClass } from './parts/text-classes.ts'

const segment = alternatives(
  [4, plainSegment],
  [1, fc.constantFrom('1', '123', '0')],
  [2, dottedSegment],
  [1, fc.constantFrom('.well-known', 'a~b', 'report.pdf', 'a.', '...', '_.-')],
  [2, unicodeSegment],
  [2, spacedSegment],
  [2, punctuatedSegment],
  [4, fc.constantFrom('%41', '%2F', 'a%20b', '%2541')],
  [3, fc.constantFrom('a?b', 'a#c', '100%', '"', '<a>', '{id}', '[0]', 'a|b', '^', '`')],
)

/**
 * What follows a function's name in an address, as it is meant and not yet encoded: raw requests encode it segment by
 * segment. Never a segment that is empty, `.` or `..`, or that holds a slash or a backslash: those are contracts of their
 * own, or nothing that a `Request` could hold. Breaks what decodes twice or not at all, cuts at `?`, `#` or a dot,
 * normalises Unicode, or does not hand the rest on.
 */
export const subPath: Generator = {
  name: 'sub-path',
  title: 'A path below a function as it is meant: one segment or several, of any characters but slashes',
  classes: {
    'one segment': textClass((text) => text.lastIndexOf('/') === 0),
    'several segments': textClass((text) => text.lastIndexOf('/') > 0),
    'a dot': textClass((text) => text.includes('.')),
    'a number': textClass((text) => /\/\d+(\/|$)/.test(text)),
    'a space': textClass((text) => text.includes(' ')),
    Unicode: textClass((text) => /[^\0-\x7f]/.test(text)),
    'Unicode that normalising changes': textClass((text) => text.normalize('NFC') !== text),
    'a question mark or a hash': textClass((text) => /[?#]/.test(text)),
    'a percent sign': textClass((text) => text.includes('%')),
    'what looks like an escape': textClass((text) => /%[0-9A-F]{2}/.test(text)),
    'a plus sign': textClass((text) => text.includes('+')),
    'other punctuation': textClass((text) => /[!'()*~,;=:@&$"<>{}[\]|^`]/.test(text)),
  },
  arbitrary: fc
    .array(segment, { minLength: 1, maxLength: 3 })
    .map((segments) => segments.map((one) => `/${one}`).join('')),
}
