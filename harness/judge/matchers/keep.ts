import { formValue } from '../../language/form.ts'
import { finding } from '../finding.ts'
import type { Matcher } from './matcher.ts'

/** Anything defined; bound under a name for what comes later. */
export const matchKeep: Matcher = (name, observed, trail) => {
  if (observed === undefined || formValue(observed, 'value') === 'undefined') {
    return finding('absent', trail, { expected: { $is: 'present' }, observed })
  }
  trail.kept[name as string] = observed
  return undefined
}
