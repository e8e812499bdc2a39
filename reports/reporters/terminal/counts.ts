import { caseClasses, isRed, type CaseClass } from '../../classify.ts'
import type { Result } from '../../fold.ts'
import { count } from '../../quantity.ts'
import { classWords } from '../../words.ts'
import { colourOf, type Colour, type Page } from './page.ts'

export interface PaintCounts {
  readonly results: readonly Result[]
  readonly page: Page
  readonly width: number
  /** Room for the first number, where several lines stand below each other. */
  readonly digits?: number
}

/** `9 hold · 2 violated`, on as many lines as it takes: what holds first, then the worst. */
export function paintCounts({ results, page, width, digits = 0 }: PaintCounts): string[] {
  const lines: { length: number; text: string }[] = []
  for (const { kind, amount } of amountsOf(results)) {
    const text = sayCount({ kind, amount, digits: lines.length === 0 ? digits : 0 })
    const painted = paintOf(kind, page)(text)
    const last = lines.at(-1)
    if (last === undefined || last.length + separator.length + text.length > width) {
      lines.push({ length: text.length, text: painted })
    } else {
      last.length += separator.length + text.length
      last.text += page.ink.dim(separator) + painted
    }
  }
  return lines.length === 0 ? ['nothing'] : lines.map((line) => line.text)
}

/** The width of the widest number that comes first on a line. */
export function digitsOf(groups: Iterable<readonly Result[]>): number {
  return Math.max(0, ...[...groups].map((results) => count(amountsOf(results)[0]?.amount ?? 0).length))
}

const separator = ' · '

interface Amount {
  readonly kind: CaseClass
  readonly amount: number
}

function amountsOf(results: readonly Result[]): Amount[] {
  return (['holds', ...caseClasses.slice(0, -1)] as const)
    .map((kind) => ({ kind, amount: results.filter((result) => result.class === kind).length }))
    .filter(({ amount }) => amount > 0)
}

function sayCount({ kind, amount, digits }: Amount & { digits: number }): string {
  const { one, many } = classWords[kind]
  return `${count(amount).padStart(digits)} ${amount === 1 ? one : many}`
}

function paintOf(kind: CaseClass, { report, ink }: Page): Colour {
  return isRed(kind, { strict: report.header.strict ?? false }) ? ink.red : colourOf(kind, ink)
}
