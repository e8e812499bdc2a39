import type { Generator } from '../model/generator.ts'
import { jsonClasses } from './parts/json-classes.ts'
import { anyObject } from './parts/json-parts.ts'

/** An object that JSON can hold, maybe empty. Breaks what merges into plain objects or knows some names by heart. */
export const jsonObject: Generator = {
  name: 'json-object',
  title: 'An object that JSON can hold, maybe empty',
  classes: jsonClasses,
  arbitrary: anyObject,
}
