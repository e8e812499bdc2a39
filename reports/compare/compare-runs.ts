import type { DescribedContract } from '../../harness/model/event.ts'
import type { Report, Result } from '../fold.ts'
import { changeKinds, changeOf, isRedChange, type ChangeKind } from './change-of.ts'
import { matchSubjects, type SubjectPair } from './match-subjects.ts'

/** Two runs next to each other. Facts only; words and colours are the renderers'. */
export interface Comparison {
  readonly before: Report
  readonly after: Report
  readonly subjects: readonly SubjectPair[]
  /** Worst first, then in plan order. */
  readonly changes: readonly Change[]
  /** Cases of both runs that are as they were. */
  readonly same: number
  readonly exitCode: 0 | 1
}

/** One case that is not as it was. */
export interface Change {
  readonly kind: ChangeKind
  /** As the later run describes it, where it has it. */
  readonly contract: DescribedContract
  readonly subject: SubjectPair
  readonly before?: Result
  readonly after?: Result
}

/** Tells what is different between two whole runs: by contract, row, subject and fingerprint. */
export function compareRuns(before: Report, after: Report): Comparison {
  const subjects = matchSubjects(before, after)
  const pairs = pairsOf({ before, after, subjects })
  const found = pairs.flatMap((pair) => {
    const kind = changeOf(pair.before, pair.after)
    return kind === undefined ? [] : [{ kind, ...pair }]
  })
  return {
    before,
    after,
    subjects,
    changes: changeKinds.flatMap((kind) => found.filter((change) => change.kind === kind)),
    same: pairs.length - found.length,
    exitCode: found.some(({ kind }) => isRedChange(kind)) ? 1 : 0,
  }
}

type Pair = Omit<Change, 'kind'>

/** In the order of the later plan; what only the earlier one has comes last. */
function pairsOf({ before, after, subjects }: Pick<Comparison, 'before' | 'after' | 'subjects'>): Pair[] {
  const subjectOf = (side: 'before' | 'after', id: string): SubjectPair =>
    subjects.find((pair) => pair[side]?.id === id) ?? {}
  const earlier = new Map(
    before.results.map((result) => [keyOf(result, subjectOf('before', subjectIn(result))), result]),
  )
  const later = after.results.map((result): Pair => {
    const subject = subjectOf('after', subjectIn(result))
    const key = keyOf(result, subject)
    const partner = earlier.get(key)
    earlier.delete(key)
    return { contract: result.event.contract, subject, after: result, ...(partner && { before: partner }) }
  })
  const rest = [...earlier.values()].map((result): Pair => {
    return { contract: result.event.contract, subject: subjectOf('before', subjectIn(result)), before: result }
  })
  return [...later, ...rest]
}

function subjectIn({ event }: Result): string {
  return event.subject
}

/** Equal for the same promise put to the same subject. One that no header tells of stands for itself. */
function keyOf({ event: { contract, subject } }: Result, pair: SubjectPair): string {
  const { before, after } = pair
  const who = before === undefined && after === undefined ? [subject] : [before?.id, after?.id]
  return JSON.stringify([contract.id, contract.row ?? null, ...who])
}
