import type { Result } from '../fold.ts'

/** What became of a case between two runs, worst first. */
export const changeKinds = ['broken', 'unjudged', 'untestable', 'changed', 'new', 'fixed', 'gone'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What a run says of a case; `absent` where it was not planned. */
export type State = 'holds' | 'violated' | 'untestable' | 'inapplicable' | 'absent'

/**
 * What is different about a case; undefined where nothing is. Only what was seen counts: whether a violation is
 * recorded, and how much its promise weighs, does not make it another behaviour.
 */
export function changeOf(before: Result | undefined, after: Result | undefined): ChangeKind | undefined {
  const change = changes[stateOf(before)][stateOf(after)]
  if (change === 'fingerprints') return sameFingerprints(before, after) ? undefined : 'changed'
  return change === 'same' ? undefined : change
}

/** What nobody may overlook: an application, or a gate, loses something. */
export function isRedChange(kind: ChangeKind): boolean {
  return kind === 'broken' || kind === 'unjudged'
}

export function stateOf(result: Result | undefined): State {
  return result?.event.result.verdict ?? 'absent'
}

export function fingerprintsOf(result: Result | undefined): ReadonlySet<string> {
  return new Set(result?.event.result.violations.map(({ fingerprint }) => fingerprint))
}

type Step = ChangeKind | 'same' | 'fingerprints'

/** Before → after. A case that could not be tested says so in its own run: only what goes without a word is unjudged. */
const changes: Readonly<Record<State, Readonly<Record<State, Step>>>> = {
  holds: { holds: 'same', violated: 'broken', untestable: 'untestable', inapplicable: 'unjudged', absent: 'unjudged' },
  violated: {
    holds: 'fixed',
    violated: 'fingerprints',
    untestable: 'untestable',
    inapplicable: 'unjudged',
    absent: 'unjudged',
  },
  untestable: { holds: 'new', violated: 'new', untestable: 'same', inapplicable: 'gone', absent: 'gone' },
  inapplicable: { holds: 'new', violated: 'new', untestable: 'untestable', inapplicable: 'same', absent: 'gone' },
  absent: { holds: 'new', violated: 'new', untestable: 'untestable', inapplicable: 'new', absent: 'same' },
}

function sameFingerprints(before: Result | undefined, after: Result | undefined): boolean {
  const [earlier, later] = [fingerprintsOf(before), fingerprintsOf(after)]
  return earlier.size === later.size && earlier.isSubsetOf(later)
}
