import type { Generator } from '../model/generator.ts'
import { path, plainSegment, reservedNames } from './parts/name-parts.ts'
import { textClass, textClasses } from './parts/text-classes.ts'

/**
 * A function's name of ASCII letters, digits, hyphens and underscores, which nothing on the way has a reason to
 * encode. Breaks what changes case, flattens nested names, or keeps functions in a plain object.
 */
export const plainFunctionName: Generator = {
  name: 'plain-function-name',
  title: 'What a function may be called, of letters, digits, hyphens and underscores, nested or not',
  classes: {
    camelCase: textClass((text) => /^[a-z]+([A-Z][a-z]+)+$/.test(text)),
    'kebab-case': textClass((text) => /^[a-z]+(-[a-z]+)+$/.test(text)),
    snake_case: textClass((text) => /^[a-z]+(_[a-z]+)+$/.test(text)),
    'digits only': textClass((text) => /^\d+$/.test(text)),
    'one character': textClass((text) => text.length === 1),
    'not nested': textClass((text) => !text.includes('/')),
    nested: textClass((text) => text.includes('/')),
    'nested twice': textClass((text) => text.split('/').length === 3),
    'a reserved word': textClass((text) => (reservedNames as readonly string[]).includes(text)),
    'long (100 characters or more)': textClass((text) => text.length >= 100),
    ...textClasses('a word that objects already have'),
  },
  arbitrary: path(plainSegment),
}
