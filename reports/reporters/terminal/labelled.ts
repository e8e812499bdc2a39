import { cut } from '../../wrap.ts'
import type { Colour, Ink } from './page.ts'

export interface Labelled {
  readonly label: string
  readonly lines: readonly string[]
  readonly ink: Ink
  readonly width: number
  readonly paint?: Colour
  /** Width of the column of labels. */
  readonly column?: number
}

/** `expected  { ok: true }`: a label, and what belongs to it beside and below. */
export function labelled({
  label,
  lines,
  ink,
  width,
  paint = (text) => text,
  column = label.length,
}: Labelled): string[] {
  const fitted = lines.flatMap((line) => cut(line, width - column - 2))
  const gap = ' '.repeat(column + 2)
  const name = label.length > column ? `${label.slice(0, column - 1)}…` : label.padEnd(column)
  return fitted.map((line, index) => (index === 0 ? `${ink.dim(name)}  ${paint(line)}` : gap + paint(line)))
}
