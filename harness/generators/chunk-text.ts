import fc from 'fast-check'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { ascii } from './parts/characters.ts'
import { longText } from './parts/long-text.ts'
import { textClass, textClasses } from './parts/text-classes.ts'
import { astralText, brokenText, combiningText, controlText, rightToLeftText } from './parts/texts.ts'

const eventLines = fc
  .array(
    fc.constantFrom(
      'data: a\n\n',
      'data: {"a":1}\n\n',
      'event: done\n',
      ': still here\n\n',
      'id: 1\n',
      'data:\r\n\r\n',
      'data: [DONE]\n\n',
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((lines) => lines.join(''))

const jsonLines = fc
  .array(fc.constantFrom('{"a":1}\n', '[]\n', 'null\n', '{"text":"é😀"}\n', '{"a":'), { minLength: 1, maxLength: 3 })
  .map((lines) => lines.join(''))

/**
 * A piece of a streamed answer: never empty, always whole characters, no byte order mark (a decoder drops it).
 * Breaks what waits for a line or an event to be complete, parses what it only hands on, trims pieces, drops
 * those that are blank, or decodes each piece as if characters never spanned bytes.
 */
export const chunkText: Generator = {
  name: 'chunk-text',
  title: 'A piece of a streamed answer: at least one character, none of them cut',
  classes: {
    ...textClasses(
      'ASCII',
      'multi-byte characters',
      'astral characters',
      'line breaks',
      'control characters',
      'long (8 KB or more)',
    ),
    'one character': textClass((text) => [...text].length === 1),
    'lines of an event stream': textClass((text) => /^(data|event|id)?:/.test(text)),
    'lines of JSON': textClass((text) => /^[{[n].*\n/.test(text)),
    'white space only': textClass((text) => text.trim() === ''),
  },
  arbitrary: alternatives(
    [20, fc.string({ unit: ascii, minLength: 1, maxLength: 12 })],
    [14, astralText],
    [10, combiningText],
    [8, rightToLeftText],
    [14, eventLines],
    [14, jsonLines],
    [8, fc.constantFrom(' ', '\n', '\t', '\r\n', '\n\n', '   ')],
    [6, brokenText],
    [6, controlText],
    [2, longText],
  ),
}
