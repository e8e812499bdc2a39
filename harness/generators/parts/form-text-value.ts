import type { Arbitrary } from 'fast-check'
import { alternatives } from './alternatives.ts'
import { longText } from './long-text.ts'
import { oneLineText, plainText } from './texts.ts'

export const formTextValue: Arbitrary<string> = alternatives([10, plainText], [88, oneLineText], [2, longText])
