import picocolors from 'picocolors'
import type { CaseClass } from '../../classify.ts'
import type { Report } from '../../fold.ts'
import { classWords } from '../../words.ts'

export type Ink = ReturnType<typeof picocolors.createColors>
export type Colour = (text: string) => string

/** What every part of the summary is given. A part returns its lines, none for nothing to say. */
export interface Page {
  readonly report: Report
  readonly ink: Ink
  readonly width: number
}

/** Narrower than this, nothing lines up; wider, nobody finds the next line. */
const narrowest = 60
const widest = 120

export function pageFor(report: Report, { colour, width }: { colour: boolean; width: number }): Page {
  const columns = Math.min(widest, Math.max(narrowest, width))
  return { report, ink: picocolors.createColors(colour), width: columns }
}

/** `── 2 violated ─────────`: where a part begins. */
export function heading(title: string, { ink, width }: Page, colour: Colour): string {
  const rule = '─'.repeat(Math.max(0, width - title.length - 4))
  return `${ink.dim('──')} ${ink.bold(colour(title))} ${ink.dim(rule)}`
}

export function colourOf(kind: CaseClass, ink: Ink): Colour {
  const colours: Record<CaseClass, Colour> = {
    violated: ink.red,
    untestable: ink.red,
    warning: ink.yellow,
    noted: ink.cyan,
    deviating: ink.yellow,
    inapplicable: ink.dim,
    holds: ink.green,
  }
  return colours[kind]
}

export function markOf(kind: CaseClass, ink: Ink): string {
  return colourOf(kind, ink)(classWords[kind].mark)
}
