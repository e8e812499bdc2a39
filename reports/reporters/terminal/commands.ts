import type { CaseEvent, HeaderEvent } from '../../../harness/model/event.ts'
import { visible } from '../../visible.ts'

/** The line that runs a contract again with the same draws. Never wrapped: it is there to be copied. */
export function runLine({ contract }: CaseEvent, { seed, flags = [] }: HeaderEvent): string {
  const given = flags.map((flag) => ` ${inShell(flag)}`).join('')
  return `base44-conformance run --contract ${quoted(contract.id)} --seed ${seed}${given}`
}

export function explainLine({ contract }: Pick<CaseEvent, 'contract'>): string {
  return `base44-conformance explain ${inShell(contract.id)}`
}

function inShell(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : quoted(argument)
}

function quoted(argument: string): string {
  return `'${visible(argument).replaceAll("'", `'\\''`)}'`
}
