import type { Encoded } from '../../model/value.ts'
import { rewriteValue } from '../../../reports/rewrite.ts'

/** What `redact` leaves in the place of a secret. */
const mark = /‹(?:secret|token:[^›]*|credential(?::\d+)?)›/

/** Whether something was taken out of a value of a log, in a text, a key or bytes: then it is not what was seen. */
export function isRedacted(value: Encoded): boolean {
  let found = false
  const text = (each: string): string => {
    found ||= mark.test(each)
    return each
  }
  rewriteValue(value, { text })
  return found
}
