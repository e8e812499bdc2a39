import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { longText } from './parts/long-text.ts'
import { textClasses } from './parts/text-classes.ts'
import { brokenText, oneLineText, plainText } from './parts/texts.ts'

/**
 * Text that arrives as it was sent wherever UTF-8 carries it: no lone surrogate, and no byte order mark in
 * front, which every decoder of the web platform drops.
 */
export const wellFormedText: Generator = {
  name: 'well-formed-text',
  title: 'Any text that UTF-8 carries unchanged: no lone surrogate, no byte order mark in front',
  classes: textClasses(
    'empty',
    'ASCII',
    'astral characters',
    'combining marks',
    'right to left',
    'line breaks',
    'line separators of Unicode',
    'quotes or backslashes',
    'control characters',
    'a word that objects already have',
    'looks like a number',
    'looks like JSON',
    'white space at an end',
    'long (8 KB or more)',
  ),
  arbitrary: alternatives([10, plainText], [76, oneLineText], [12, brokenText], [2, longText]),
}
