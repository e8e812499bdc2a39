import type { EncodedObject } from '../../model/value.ts'
import { formValue, isObject } from '../../language/form.ts'
import { differs } from '../differs.ts'
import { finding } from '../finding.ts'
import { below } from '../trail.ts'
import type { Matcher } from './matcher.ts'

/** A subset of an error; `class` is any class it descends from. */
export const matchError: Matcher = (pattern, observed, trail, match) => {
  const error = formValue(observed, 'error')
  if (!isObject(error)) return differs({ $error: pattern }, observed, trail)
  for (const [key, item] of Object.entries(pattern as EncodedObject)) {
    const found =
      key === 'class'
        ? matchClass(item, error['class'], below(trail, key), match)
        : match(item, error[key], below(trail, key))
    if (found !== undefined) return found
  }
  return undefined
}

export const matchClass: Matcher = (pattern, observed, trail) => {
  const names = (observed ?? []) as readonly string[]
  if (names.includes(pattern as string)) return undefined
  return finding('different', trail, {
    expected: pattern,
    observed: observed ?? [],
    observedClass: names[0] ?? 'object',
  })
}
