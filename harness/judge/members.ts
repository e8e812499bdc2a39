import type { EncodedObject, Template } from '../model/value.ts'
import { substituteKey } from '../language/substitute.ts'
import { below, namesOf, type Trail } from './trail.ts'

/** A key of an expectation with its names filled in, what is expected there, and where that is. */
export interface Member {
  readonly key: string
  readonly item: Template
  readonly at: Trail
}

/** Keys of an expectation may hold names too; from such a key on, the path is not the same for every draw. */
export function membersOf(pattern: EncodedObject, trail: Trail): Member[] {
  return Object.keys(pattern).map((written) => {
    const key = trail.literal ? written : substituteKey(written, namesOf(trail))
    const cut = trail.cut ?? (key === written ? undefined : trail.path.length)
    return { key, item: pattern[written] as Template, at: { ...below(trail, key), cut } }
  })
}
