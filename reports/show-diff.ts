import { diffArrays } from 'diff'
import type { Encoded } from '../harness/model/value.ts'
import { formOf, isObject } from '../harness/language/form.ts'
import { counted } from './quantity.ts'
import { isPattern } from './show-pattern.ts'
import { showValueLines } from './show-value.ts'
import { visible } from './visible.ts'
import { cut } from './wrap.ts'

/** One line of what was promised, of what came, of both, or a word on lines that were left out. */
export interface DiffLine {
  readonly role: 'expected' | 'observed' | 'both' | 'gap'
  /** With its `-`, `+` or space in front. */
  readonly text: string
}

/**
 * Two values that take more than a line each, as the lines in which they differ with what stands around them;
 * undefined where a diff says no more than both beside each other.
 */
export function showDiff(expected: Encoded, observed: Encoded, { width }: { width: number }): DiffLine[] | undefined {
  const sides = linesOfBoth(expected, observed, width)
  if (sides === undefined) return undefined
  const changes = diffArrays([...sides.expected], [...sides.observed], { maxEditLength: mostEdits })
  const same = changes?.some(({ added, removed, value }) => !added && !removed && value.some(says))
  if (changes === undefined || same !== true) return undefined
  const lines = changes.flatMap(({ added, removed, value }) => {
    const role = added ? 'observed' : removed ? 'expected' : 'both'
    return value.map((text): DiffLine => ({ role, text: (signs[role] + text).trimEnd() }))
  })
  return shorten(withContext(lines)).flatMap(({ role, text }) =>
    cut(text, width).map((piece) => ({ role, text: piece })),
  )
}

const signs = { expected: '- ', observed: '+ ', both: '  ' }

/** A comparison that takes longer would tell a reader nothing. */
const mostEdits = 400
const mostLinesCompared = 2000
const around = 2
const mostShown = 40

interface Sides {
  readonly expected: readonly string[]
  readonly observed: readonly string[]
}

function linesOfBoth(expected: Encoded, observed: Encoded, width: number): Sides | undefined {
  if (typeof expected === 'string' && typeof observed === 'string') return textLines(expected, observed, width)
  if (!isStructure(expected) || !isStructure(observed) || hasPattern(expected) || hasPattern(observed)) return undefined
  const both = (contents: boolean): Sides => ({
    expected: itemLines(expected, contents),
    observed: itemLines(observed, contents),
  })
  // What fits a line is compared by eye.
  const fits = [expected, observed].every((value) => showValueLines(value, { width }).length === 1)
  const shown = both(false)
  if (fits) return undefined
  return shown.expected.join('\n') === shown.observed.join('\n') ? both(true) : shown
}

/** Texts of several lines; what has a line wider than the page is better shown where it parts. */
function textLines(expected: string, observed: string, width: number): Sides | undefined {
  const sides = { expected: expected.split('\n'), observed: observed.split('\n') }
  const all = [...sides.expected, ...sides.observed]
  if (Math.min(sides.expected.length, sides.observed.length) < 2 || all.length > mostLinesCompared) return undefined
  if (all.some((line) => line.length > width - 2)) return undefined
  const ends = expected.endsWith('\n') === observed.endsWith('\n')
  return { expected: shownLines(sides.expected, ends), observed: shownLines(sides.observed, ends) }
}

function shownLines(lines: readonly string[], ends: boolean): string[] {
  const shown = lines.map((line) => visible(line))
  const last = shown.pop() as string
  if (last === '') return shown
  return [...shown, ends ? last : `${last} ‹and no line break›`]
}

/** One item a line, so that equal parts stand on equal lines. */
function itemLines(value: Encoded, contents: boolean): string[] {
  return showValueLines(value, { width: 1, text: 200, lines: 300, contents })
}

function isStructure(value: Encoded): boolean {
  return Array.isArray(value) || (isObject(value) && Object.keys(value).length > 0)
}

/** A pattern leaves open what a diff would show as surplus. */
function hasPattern(value: Encoded): boolean {
  if (Array.isArray(value)) return (value as readonly Encoded[]).some(hasPattern)
  if (!isObject(value)) return false
  const form = formOf(value)
  return (form !== undefined && isPattern(form.word)) || Object.values(value).some(hasPattern)
}

/** More than a bracket. */
function says(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line)
}

function withContext(lines: readonly DiffLine[]): DiffLine[] {
  const near = (index: number): boolean =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ role }) => role !== 'both')
  const kept: DiffLine[] = []
  let left = 0
  for (const [index, line] of lines.entries()) {
    if (near(index)) {
      if (left > 0) kept.push(gap(left))
      left = 0
      kept.push(line)
    } else left++
  }
  return left > 0 ? [...kept, gap(left)] : kept
}

function gap(amount: number): DiffLine {
  return { role: 'gap', text: `  … ${counted(amount, 'equal line')}` }
}

function shorten(lines: readonly DiffLine[]): DiffLine[] {
  if (lines.length <= mostShown) return [...lines]
  const left = lines.length - mostShown
  return [...lines.slice(0, mostShown), { role: 'gap', text: `  … ${counted(left, 'further line')} left out` }]
}
