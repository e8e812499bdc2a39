import type { Mismatch } from '../harness/model/verdict.ts'
import type { Encoded } from '../harness/model/value.ts'
import { isObject, unescapeKey } from '../harness/language/form.ts'
import { contrast } from './contrast.ts'
import { showDiff, type DiffLine } from './show-diff.ts'
import { showValueLines, type ShowValueOptions } from './show-value.ts'
import { quoted, visible } from './visible.ts'
import { crashWords, expectationWords, mismatchWords, outcomeWords } from './words.ts'

/** A mismatch for a reader: where, and expected beside observed. */
export interface ShownMismatch {
  /** One sentence, without its full stop. */
  readonly sentence: string
  readonly expected: readonly string[]
  readonly observed: readonly string[]
  /** Only where they differ, where both take more than a line. */
  readonly diff?: readonly DiffLine[]
  /** Where two values part that are too long to be shown whole. */
  readonly note?: string
}

export interface ShowMismatchOptions {
  readonly width: number
  /** Lines that each of the two may take. */
  readonly lines?: number
}

export function showMismatch(mismatch: Mismatch, { width, lines = mostLines }: ShowMismatchOptions): ShownMismatch {
  const { expected, observed } = mismatch
  const sentence = sentenceOf(mismatch)
  if (mismatch.expectation === 'conduct' || mismatch.kind === 'wrong-outcome') {
    const show = (value: Encoded): string[] => showHappening(value, { width, lines })
    return { sentence, expected: show(expected), observed: show(observed) }
  }
  const diff = showDiff(expected, observed, { width })
  if (diff !== undefined) return { sentence, ...showBoth(mismatch, { width, lines }), diff }
  const parted = contrast(expected, observed, width)
  if (parted !== undefined) {
    return { sentence, expected: [parted.expected], observed: [parted.observed], note: parted.where }
  }
  return { sentence, ...showBoth(mismatch, { width, lines }) }
}

/** Enough for a record, too little for the inside of an HTTP client. */
const mostLines = 12

function sentenceOf(mismatch: Mismatch): string {
  const { kind, observedClass } = mismatch
  const crash = kind === 'crashed' && Object.hasOwn(crashWords, observedClass) ? crashWords[observedClass] : undefined
  return crash ?? mismatchWords[kind](placeOf(mismatch))
}

/** Two values that look alike differ in what is not shown of them at first. */
function showBoth({ expected, observed }: Mismatch, options: ShowValueOptions): Omit<ShownMismatch, 'sentence'> {
  const both = (more: ShowValueOptions): Omit<ShownMismatch, 'sentence'> => ({
    expected: showValueLines(expected, { ...options, ...more }),
    observed: showValueLines(observed, { ...options, ...more }),
  })
  const shown = both({})
  if (shown.expected.join('\n') !== shown.observed.join('\n')) return shown
  return both({ contents: true, text: Infinity, lines: Infinity })
}

/** What happens rather than what is: how an action ends, or conduct, which is told in words. */
function showHappening(value: Encoded, options: ShowValueOptions): string[] {
  if (typeof value === 'string') return [Object.hasOwn(outcomeWords, value) ? wordsFor(value) : visible(value)]
  const [outcome, ...others] = isObject(value) ? Object.entries(value) : []
  if (outcome === undefined || others.length > 0 || !Object.hasOwn(outcomeWords, outcome[0])) {
    return showValueLines(value, options)
  }
  const [first = '', ...rest] = showValueLines(outcome[1], options)
  return [`${wordsFor(outcome[0])} ${first}`, ...rest]
}

function wordsFor(outcome: string): string {
  return outcomeWords[outcome as keyof typeof outcomeWords]
}

/** `the resolved value at .data[0]["x y"]`. */
export function placeOf({ expectation, path }: Pick<Mismatch, 'expectation' | 'path'>): string {
  const subject = expectationWords[expectation]
  return path.length === 0 ? subject : `${subject} at ${showPath(path)}`
}

/** A path as JavaScript would write it. */
export function showPath(path: readonly (string | number)[]): string {
  return path.map(showStep).join('')
}

function showStep(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`
  const plain = unescapeKey(key)
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(plain) ? `.${visible(plain)}` : `[${quoted(plain)}]`
}
