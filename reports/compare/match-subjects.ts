import type { SubjectIdentity } from '../../harness/model/subject.ts'
import type { Report } from '../fold.ts'

/** A subject of both runs; one side is left out where only one run has it. */
export interface SubjectPair {
  readonly before?: SubjectIdentity
  readonly after?: SubjectIdentity
}

/**
 * Which subject of one run is which of the other. Where each run judged one of a kind they are the same thing in two
 * versions, whatever they are called: that is what is compared. Else by id.
 */
export function matchSubjects(before: Report, after: Report): SubjectPair[] {
  const [earlier, later] = [before.header.subjects, after.header.subjects]
  const partnerOf = (subject: SubjectIdentity): SubjectIdentity | undefined => {
    const [own, others] = [earlier, later].map((all) => all.filter(({ kind }) => kind === subject.kind))
    if (own?.length === 1 && others?.length === 1) return others[0]
    return later.find(({ id, kind }) => id === subject.id && kind === subject.kind)
  }
  const pairs = earlier.map((subject): SubjectPair => {
    const partner = partnerOf(subject)
    return { before: subject, ...(partner && { after: partner }) }
  })
  const matched = new Set(pairs.map((pair) => pair.after))
  return [...pairs, ...later.filter((subject) => !matched.has(subject)).map((subject) => ({ after: subject }))]
}
