import { isRed, type CaseClass } from '../../classify.ts'
import type { Result } from '../../fold.ts'

export type SarifLevel = 'error' | 'warning' | 'note' | 'none'

/** What a violation weighs by the class of its case: red is an error, whatever else made it so. */
export function levelOf({ class: kind }: Pick<Result, 'class'>, { strict }: { strict: boolean }): SarifLevel {
  return isRed(kind, { strict }) ? 'error' : levels[kind]
}

/** What deviates as recorded is suppressed, and where suppressions are not understood it still turns nothing red. */
const levels: Readonly<Record<CaseClass, SarifLevel>> = {
  violated: 'error',
  untestable: 'error',
  warning: 'warning',
  noted: 'note',
  deviating: 'note',
  inapplicable: 'none',
  holds: 'none',
}
