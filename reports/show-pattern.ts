import type { Encoded } from '../harness/model/value.ts'
import type { Form } from '../harness/language/form.ts'
import { around, group, type Layout } from './layout.ts'
import { visible } from './visible.ts'

/** A matcher in words, in ‹› so that nobody takes it for a value; undefined for a word that is no matcher. */
export function showPattern({ word, value }: Form, layout: (value: Encoded) => Layout): Layout | undefined {
  const pattern = Object.hasOwn(patterns, word) ? patterns[word] : undefined
  return pattern?.(value, layout)
}

export function isPattern(word: string): boolean {
  return Object.hasOwn(patterns, word)
}

type ShowPattern = (value: Encoded, layout: (value: Encoded) => Layout) => Layout

const patterns: Readonly<Record<string, ShowPattern>> = {
  is: (value) => `‹${typeof value === 'string' ? wordFor(value) : 'something else'}›`,
  has: (value, layout) => around('‹at least ', layout(value), '›'),
  includes: (value, layout) => around('‹among others ', layout(value), '›'),
  matches: (value) => `‹text that matches /${visible(String(value))}/›`,
  'one-of': (value, layout) => around('‹one of ', listOf(value, layout), '›'),
  not: (value, layout) => around('‹anything but ', layout(value), '›'),
  unordered: (value, layout) => around('‹in any order ', layout(value), '›'),
  json: (value, layout) => around('‹JSON text of ', layout(value), '›'),
  keep: (value) => `‹anything, kept as ${visible(String(value))}›`,
}

const isWords: Readonly<Record<string, string>> = {
  anything: 'anything',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  object: 'an object',
  array: 'an array',
  function: 'a function',
  null: 'null',
  undefined: 'undefined',
  absent: 'nothing',
  present: 'something',
}

function wordFor(word: string): string {
  return Object.hasOwn(isWords, word) ? (isWords[word] as string) : visible(word)
}

function listOf(value: Encoded, layout: (value: Encoded) => Layout): Layout {
  return Array.isArray(value) ? group('', (value as readonly Encoded[]).map(layout), '') : layout(value)
}
