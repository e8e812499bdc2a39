import fc from 'fast-check'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { sizeUpTo } from './parts/size.ts'
import { textClass, textClasses } from './parts/text-classes.ts'

const longest = 120
const lower = 'abcdefghijklmnopqrstuvwxyz'

const capitalised = fc
  .tuple(fc.constantFrom(...lower.toUpperCase()), fc.string({ unit: fc.constantFrom(...lower), maxLength: 8 }))
  .map((parts) => parts.join(''))

const pascalCase = fc.array(capitalised, { minLength: 1, maxLength: 3 }).map((words) => words.join(''))

/** Nouns of the SDK's own: modules, methods and what it adds to addresses. Not `User`, whose records the platform makes. */
const ownWords = fc.constantFrom('Query', 'Entities', 'list', 'filter', 'Core', 'bulk', 'me', 'entities')

const wordsOfObjects = fc.constantFrom('constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf')

/**
 * What an entity may be called, where its name is a member of `entities`: words of letters and digits, as a rule in
 * PascalCase. Not `then`, for which the language itself asks whoever is awaited, and nothing that begins with `_`.
 * Breaks what keeps entities in a plain object, lowers or raises case, adds a plural, or has members of its own on
 * the same object.
 */
export const entityName: Generator = {
  name: 'entity-name',
  title: 'What an entity may be called: letters and digits, underscores inside',
  classes: {
    'one letter': textClass((text) => text.length === 1),
    'several words in PascalCase': textClass((text) => /^([A-Z][a-z]+){2,}$/.test(text)),
    'lower case': textClass((text) => /^[a-z]+$/.test(text)),
    'digits inside': textClass((text) => /^[A-Za-z]\w*\d/.test(text)),
    'digits only': textClass((text) => /^\d+$/.test(text)),
    'an underscore inside': textClass((text) => text.includes('_')),
    'letters of other scripts': textClass((text) => /[^\0-\x7f]/.test(text)),
    "a word of the SDK's own": textClass((text) => ['list', 'filter', 'Core', 'entities'].includes(text)),
    'long (100 characters or more)': textClass((text) => text.length >= 100),
    ...textClasses('a word that objects already have'),
  },
  arbitrary: alternatives(
    [8, pascalCase],
    [2, fc.constantFrom('Task2', 'V8Engine', 'task', 'line_item', 'Order_Item', '2026', '42')],
    [2, fc.constantFrom('Tâche', 'Aufgäbe', '任务', 'Задача', 'משימה')],
    [2, ownWords],
    [2, wordsOfObjects],
    [1, sizeUpTo(longest, 100).map((length) => 'LongName'.repeat(length).slice(0, length))],
  ),
}
