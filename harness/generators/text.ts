import fc from 'fast-check'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { longText } from './parts/long-text.ts'
import { textClasses } from './parts/text-classes.ts'
import { brokenText, oneLineText, plainText, surrogateText } from './parts/texts.ts'

/**
 * Any text that a parameter may hold. Breaks what counts bytes as characters, normalises, trims, guesses types
 * from text, escapes by hand, looks up words in plain objects, or takes a string of JavaScript for UTF-8.
 */
export const text: Generator = {
  name: 'text',
  title: 'Any text that a parameter may hold, lone surrogates included',
  classes: textClasses(
    'empty',
    'ASCII',
    'astral characters',
    'combining marks',
    'right to left',
    'a lone surrogate',
    'line breaks',
    'line separators of Unicode',
    'quotes or backslashes',
    'control characters',
    'a word that objects already have',
    'looks like a number',
    'looks like JSON',
    'white space at an end',
    'a byte order mark in front',
    'long (8 KB or more)',
  ),
  arbitrary: alternatives(
    [10, plainText],
    [64, oneLineText],
    [10, surrogateText],
    [10, brokenText],
    [4, fc.constantFrom('\ufeff', '\ufeffa', '\ufeff{}')],
    [2, longText],
  ),
}
