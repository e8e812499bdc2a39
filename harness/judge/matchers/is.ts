import type { Encoded } from '../../model/value.ts'
import { formOf, formValue, isObject } from '../../language/form.ts'
import { finding } from '../finding.ts'
import type { Matcher } from './matcher.ts'

export const matchIs: Matcher = (kind, observed, trail) => {
  const holds = tests[kind as string]
  if (holds === undefined) throw new Error(`$is: ${String(kind)} is unknown; the loader should have refused it`)
  if (holds(observed)) return undefined
  return finding(observed === undefined ? 'absent' : kind === 'absent' ? 'unexpected' : 'wrong-type', trail, {
    expected: { $is: kind },
    observed,
  })
}

const tests: Readonly<Record<string, (value: Encoded | undefined) => boolean>> = {
  anything: (value) => value !== undefined,
  present: (value) => value !== undefined,
  absent: (value) => value === undefined,
  undefined: (value) => value === undefined || formValue(value, 'value') === 'undefined',
  null: (value) => value === null,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) =>
    typeof value === 'number' || ['NaN', 'Infinity', '-Infinity', '-0'].includes(formValue(value, 'value') as string),
  array: (value) => Array.isArray(value),
  function: (value) => formValue(value, 'function') !== undefined,
  object: (value) => isObject(value) && !['function', 'value'].includes(formOf(value)?.word ?? ''),
}
