import type { CaseEvent, HeaderEvent } from '../harness/model/event.ts'
import type { Violation } from '../harness/model/verdict.ts'
import { readReplay } from '../harness/language/replay-token.ts'
import { visible } from './visible.ts'

/** The line that runs exactly this counterexample again. Never wrapped: it is there to be copied. */
export function replayLine({ replay }: Violation, event: CaseEvent, header: HeaderEvent): string {
  // A log of an earlier release has another text here: then the whole contract, with the same draws.
  if (readReplay(replay) === undefined) return runLine(event, header)
  const given = flagsFor(event.subject, header, ['--runs'])
  return ['base44-conformance run --replay', ...[replay, ...given].map(inShell)].join(' ')
}

export function explainLine({ contract }: Pick<CaseEvent, 'contract'>): string {
  return `base44-conformance explain ${inShell(contract.id)}`
}

function runLine({ contract, subject }: CaseEvent, header: HeaderEvent): string {
  const given = ['--seed', String(header.seed), ...flagsFor(subject, header, [])]
  return ['base44-conformance run --contract', ...[contract.id, ...given].map(inShell)].join(' ')
}

/** The flags of the run that bear on one subject; of several SDKs only this one. */
function flagsFor(subject: string, { flags = [], subjects }: HeaderEvent, without: readonly string[]): string[] {
  const pairs = pairsOf(flags).filter(([name]) => !without.includes(name as string))
  const specs = pairs.flatMap(([name, value]) => (name === '--sdk' && value !== undefined ? [value] : []))
  if (specs.length === 0) return pairs.flat()
  const version = subjects.find(({ id }) => id === subject)?.version
  const own = specs.find((spec) => subject.startsWith(`${spec} (`)) ?? version
  return [...(own === undefined ? [] : ['--sdk', own]), ...pairs.filter(([name]) => name !== '--sdk').flat()]
}

/** `--sdk ./ --no-known` → a name with its value, a name alone. */
function pairsOf(flags: readonly string[]): string[][] {
  return flags.reduce<string[][]>((pairs, flag) => {
    const last = pairs.at(-1)
    if (flag.startsWith('--') || last === undefined || last.length > 1) return [...pairs, [flag]]
    return [...pairs.slice(0, -1), [...last, flag]]
  }, [])
}

export function inShell(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${visible(argument).replaceAll("'", `'\\''`)}'`
}
