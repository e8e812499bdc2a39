import type { Generator } from '../model/generator.ts'
import { fieldName } from './parts/form-names.ts'
import { textClass, textClasses } from './parts/text-classes.ts'

/**
 * The name of a parameter that travels as a field of a form; never empty, without CR and LF, not beginning with
 * `$`. Breaks what puts names into a header without escaping them, or reads nesting into brackets and dots.
 */
export const formFieldName: Generator = {
  name: 'form-field-name',
  title: 'A name that a caller may choose for a field of a form',
  classes: {
    'an ordinary name': textClass((text) => /^[a-zA-Z]+$/.test(text)),
    Unicode: textClass((text) => /[^\0-\x7f]/.test(text)),
    'a space': textClass((text) => text.includes(' ')),
    quotes: textClass((text) => text.includes('"')),
    'a backslash': textClass((text) => text.includes('\\')),
    brackets: textClass((text) => text.includes('[')),
    'a dot': textClass((text) => text.includes('.')),
    'a semicolon': textClass((text) => text.includes(';')),
    'a percent sign': textClass((text) => text.includes('%')),
    'the name __proto__': textClass((text) => text === '__proto__'),
    'long (100 characters or more)': textClass((text) => text.length >= 100),
    ...textClasses('a word that objects already have', 'looks like a number', 'white space at an end'),
  },
  arbitrary: fieldName,
}
