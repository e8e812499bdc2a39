import type { Generator } from '../model/generator.ts'
import { visibleValue } from './parts/header-parts.ts'
import { textClass } from './parts/text-classes.ts'

/**
 * One value of a header that every HTTP stack passes on as it is: visible ASCII, maybe with spaces inside.
 * Breaks what splits values at commas, takes off quotes, or cuts long ones.
 */
export const headerValue: Generator = {
  name: 'header-value',
  title: 'The value of a header: visible ASCII, maybe with spaces inside',
  classes: {
    'one character': textClass((text) => text.length === 1),
    'spaces inside': textClass((text) => text.includes(' ')),
    'a comma': textClass((text) => text.includes(',')),
    quotes: textClass((text) => text.includes('"')),
    'a backslash': textClass((text) => text.includes('\\')),
    punctuation: textClass((text) => /[!#$%&'()*+./:;<=>?@[\]^_`{|}~]/.test(text)),
    'long (1 KB or more)': textClass((text) => text.length >= 1024),
  },
  arbitrary: visibleValue,
}
