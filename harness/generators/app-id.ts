import fc from 'fast-check'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { textClass, textClasses } from './parts/text-classes.ts'

const hex = fc.constantFrom(...'0123456789abcdef')
const unreserved = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_')
const words = ['undefined', 'null', 'true', '0', 'apps', 'functions', 'constructor', '__proto__', 'toString'] as const

/**
 * The id of an app, of characters to which neither a URL nor a header gives a meaning. Breaks what expects the ids of
 * one database, changes case, takes digits for a number, or looks ids up in a plain object.
 */
export const appId: Generator = {
  name: 'app-id',
  title: 'The id of an app: like those of the platform, or any word of letters, digits, - and _',
  classes: {
    'like an id of the platform': textClass((text) => /^[0-9a-f]{24}$/.test(text)),
    'a UUID': textClass((text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)),
    'digits only': textClass((text) => /^\d+$/.test(text)),
    'upper case': textClass((text) => /[A-Z]/.test(text)),
    'one character': textClass((text) => text.length === 1),
    'a word that code gives a meaning': textClass((text) => (words as readonly string[]).includes(text)),
    'long (200 characters or more)': textClass((text) => text.length >= 200),
    ...textClasses('a word that objects already have'),
  },
  arbitrary: alternatives(
    [6, fc.string({ unit: hex, minLength: 24, maxLength: 24 })],
    [2, fc.uuid()],
    [2, fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 20 })],
    [5, fc.string({ unit: unreserved, minLength: 1, maxLength: 24 })],
    [3, fc.constantFrom(...words)],
    [1, fc.string({ unit: unreserved, minLength: 200, maxLength: 300 })],
  ),
}
