import type { Mismatch } from '../harness/model/verdict.ts'
import { unescapeKey } from '../harness/language/form.ts'
import { contrast } from './contrast.ts'
import { showValueLines } from './show-value.ts'
import { quoted, visible } from './visible.ts'
import { expectationWords, mismatchWords } from './words.ts'

/** A mismatch for a reader: where, and expected beside observed. */
export interface ShownMismatch {
  /** One sentence, without its full stop. */
  readonly sentence: string
  readonly expected: readonly string[]
  readonly observed: readonly string[]
  /** Where two values part that are too long to be shown whole. */
  readonly note?: string
}

export function showMismatch(mismatch: Mismatch, { width }: { width: number }): ShownMismatch {
  const { kind, expected, observed } = mismatch
  const sentence = mismatchWords[kind](placeOf(mismatch))
  const parted = contrast(expected, observed, width)
  if (parted !== undefined) {
    return { sentence, expected: [parted.expected], observed: [parted.observed], note: parted.where }
  }
  const shown = { expected: showValueLines(expected, { width }), observed: showValueLines(observed, { width }) }
  if (shown.expected.join('\n') !== shown.observed.join('\n')) return { sentence, ...shown }
  return {
    sentence,
    expected: showValueLines(expected, { width, contents: true, text: Infinity }),
    observed: showValueLines(observed, { width, contents: true, text: Infinity }),
  }
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
