import type { Generator } from '../model/generator.ts'
import { textClasses } from './parts/text-classes.ts'
import { formTextValue } from './parts/form-text-value.ts'

/**
 * Text that a field of multipart/form-data carries unchanged. CR and LF are left out because the HTML Standard
 * makes CRLF of each, lone surrogates because UTF-8 has none; both are rows of their own.
 */
export const formText: Generator = {
  name: 'form-text',
  title: 'Text that a multipart form carries unchanged: no CR, no LF, no lone surrogate',
  classes: textClasses(
    'empty',
    'ASCII',
    'astral characters',
    'combining marks',
    'right to left',
    'line separators of Unicode',
    'quotes or backslashes',
    'control characters',
    'a word that objects already have',
    'looks like a number',
    'looks like JSON',
    'white space at an end',
    'long (8 KB or more)',
  ),
  arbitrary: formTextValue,
}
