import type { Generator } from '../../model/generator.ts'
import type { Encoded } from '../../model/value.ts'

/** Classes of values: names in plain words, and what belongs to each. */
export type Classes = Generator['classes']

const longest = 8 * 1024

const tests: Readonly<Record<string, (text: string) => boolean>> = {
  empty: (text) => text === '',
  ASCII: (text) => /^[ -~]+$/.test(text),
  'multi-byte characters': (text) => /[^\0-\x7f]/.test(text),
  'astral characters': (text) => /[\ud800-\udbff][\udc00-\udfff]/.test(text),
  'combining marks': (text) => text.length < longest && /\p{M}/u.test(text),
  'right to left': (text) => /[\u0590-\u08ff\u200f\u202e]/.test(text),
  'a lone surrogate': (text) => !text.isWellFormed(),
  'line breaks': (text) => /[\r\n]/.test(text),
  'line separators of Unicode': (text) => /[\u2028\u2029\u0085]/.test(text),
  'quotes or backslashes': (text) => /["'`\\]/.test(text),
  'control characters': (text) => /[^\P{Cc}\t\n\r\x80-\x9f]/u.test(text),
  'a word that objects already have': (text) => text.length < 32 && text in {},
  'looks like a number': (text) => text.length < 32 && text.trim() !== '' && Number.isFinite(Number(text)),
  'looks like JSON': (text) => /^(\{|\[|"|null$|true$)/.test(text),
  'white space at an end': (text) => text.trim() !== text,
  'a byte order mark in front': (text) => text.startsWith('\ufeff'),
  'long (8 KB or more)': (text) => text.length >= longest,
}

/** The named classes of text, for values that are text. */
export function textClasses(...names: readonly string[]): Classes {
  return Object.fromEntries(names.map((name) => [name, textClass(testOf(name))]))
}

export function textClass(test: (text: string) => boolean): (value: Encoded) => boolean {
  return (value) => typeof value === 'string' && test(value)
}

function testOf(name: string): (text: string) => boolean {
  const test = tests[name]
  if (test === undefined)
    throw new Error(`no class of text is called "${name}"; there are ${Object.keys(tests).join(', ')}`)
  return test
}
