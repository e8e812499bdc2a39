import type { RecordedDeviation } from '../harness/model/event.ts'
import { visible } from './visible.ts'

/** Who deals with a recorded deviation, where, and until when: what of that is recorded. */
export function sayKeeping({ owner, link, until }: Pick<RecordedDeviation, 'owner' | 'link' | 'until'>): string[] {
  return [
    ...(owner === undefined ? [] : [`owner ${visible(owner)}`]),
    ...(link === undefined ? [] : [visible(link)]),
    ...(until === undefined ? [] : [`until ${visible(until)}`]),
  ]
}
