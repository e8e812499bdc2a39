import type { Violation } from '../../../harness/model/verdict.ts'
import { capital } from '../../quantity.ts'
import type { DiffLine } from '../../show-diff.ts'
import { showMismatch, type ShownMismatch } from '../../show-mismatch.ts'
import { indent, wrap } from '../../wrap.ts'
import { labelled } from './labelled.ts'
import type { Ink, Page } from './page.ts'

/** What is not as promised: both beside each other, or the lines in which they differ. */
export function difference({ step, mismatch }: Violation, page: Page): string[] {
  const { ink, width } = page
  const shown = showMismatch(mismatch, { width: width - 14 })
  const { sentence } = shown
  return [
    ...wrap(
      mismatch.observedClass === 'load' ? `${capital(sentence)}.` : `In step ${step + 1}, ${sentence}.`,
      width - 2,
    ),
    ...indent(shown.diff === undefined ? beside(shown, page) : beneath(shown.diff, ink), 2),
  ]
}

function beside({ expected, observed, note }: ShownMismatch, { ink, width }: Page): string[] {
  return [
    ...labelled({ label: 'expected', lines: expected, paint: ink.green, ink, width: width - 4 }),
    ...labelled({ label: 'observed', lines: observed, paint: ink.red, ink, width: width - 4 }),
    ...(note === undefined ? [] : indent(wrap(note, width - 14).map(ink.dim), 10)),
  ]
}

function beneath(diff: readonly DiffLine[], ink: Ink): string[] {
  const paint = { expected: ink.green, observed: ink.red, both: (text: string) => text, gap: ink.dim }
  return [ink.dim('- expected, + observed'), ...diff.map(({ role, text }) => paint[role](text))]
}
