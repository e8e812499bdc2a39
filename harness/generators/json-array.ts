import type { Generator } from '../model/generator.ts'
import { jsonClasses } from './parts/json-classes.ts'
import { anyArray } from './parts/json-parts.ts'

/** An array that JSON can hold, maybe empty. Breaks what takes an array for an object, or for several values. */
export const jsonArray: Generator = {
  name: 'json-array',
  title: 'An array that JSON can hold, maybe empty',
  classes: jsonClasses,
  arbitrary: anyArray,
}
