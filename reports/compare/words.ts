import type { ChangeKind, State } from './change-of.ts'

export interface ChangeWords {
  readonly mark: string
  /** With a number before it: `2 broken`. */
  readonly name: string
  /** What it means, below the heading. */
  readonly meaning: string
}

export const changeWords: Readonly<Record<ChangeKind, ChangeWords>> = {
  broken: { mark: '✗', name: 'broken', meaning: 'held before, and is violated now' },
  unjudged: { mark: '✗', name: 'silently no longer judged', meaning: 'judged before, and not asked any more' },
  untestable: { mark: '?', name: 'newly untestable', meaning: 'something that the case needs is missing now' },
  changed: { mark: '≠', name: 'changed evidence', meaning: 'violated before and now, in another way' },
  new: { mark: '+', name: 'new', meaning: 'not judged before' },
  fixed: { mark: '✓', name: 'fixed', meaning: 'violated before, and holds now' },
  gone: { mark: '–', name: 'gone', meaning: 'in the log before without a verdict of its own, and not any more' },
}

/** What a run says of a case, behind `before` or `after`. */
export const stateWords: Readonly<Record<State, string>> = {
  holds: 'holds',
  violated: 'violated',
  untestable: 'untestable',
  inapplicable: 'inapplicable',
  absent: 'not planned',
}
