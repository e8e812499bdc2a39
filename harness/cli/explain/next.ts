import type { Seat } from '../../model/contract.ts'
import type { Deviation } from '../../model/deviation.ts'
import type { CaseClass } from '../../../reports/classify.ts'
import { caseClasses } from '../../../reports/classify.ts'
import { inShell, replayLine } from '../../../reports/command-lines.ts'
import type { Result } from '../../../reports/fold.ts'
import { hasRepro } from '../deviations/known-of.ts'
import type { History } from './history.ts'

export interface Situation {
  /** As the user named it: a contract, a row of one. */
  readonly id: string
  /** Whom it can judge. */
  readonly seats: readonly Seat[]
  readonly history: History
  /** The recorded deviations of it. */
  readonly known: readonly Deviation[]
}

/** The command that fits what is known of it, with a word on what for. */
export function nextOf(situation: Situation): string[] {
  const { results } = situation.history
  const worst = caseClasses.find((kind) => results.some((result) => result.class === kind))
  const steps = worst === undefined ? neverRun(situation) : nextSteps[worst](situation, resultOf(worst, results))
  return ['Next:', ...steps.map(([command, what]) => `  ${command}${what === '' ? '' : `    # ${what}`}`)]
}

type Steps = readonly (readonly [command: string, what: string])[]

/** Most of what can be done bears on one case; the first of the worst stands for the others. */
const nextSteps: Readonly<Record<CaseClass, (situation: Situation, result: Result) => Steps>> = {
  violated: broken,
  warning: broken,
  noted: broken,
  untestable: (situation) => [[runLine(situation), 'once what it lacks is there']],
  deviating: recorded,
  inapplicable: (situation) => {
    const which = judgesSdks(situation) ? ' --sdk <version>' : ''
    return [[`${runLine(situation)}${which}`, 'on one that it applies to']]
  },
  holds: (situation) => [
    [`${runLine(situation)} --runs ${tenfold(situation.history)}`, 'look longer'],
    [`${self} prove --contract ${inShell(situation.id)}${onBackend(situation)}`, 'would it notice?'],
  ],
}

const self = 'base44-conformance'

function resultOf(worst: CaseClass, results: readonly Result[]): Result {
  return results.find((result) => result.class === worst) as Result
}

function neverRun(situation: Situation): Steps {
  return [[runLine(situation), 'it was not run here yet']]
}

function runLine(situation: Situation): string {
  return `${self} run --contract ${inShell(situation.id)}${onBackend(situation)}`
}

/** What judges backends only is run on the one that anybody can have. */
function onBackend(situation: Situation): string {
  return judgesSdks(situation) ? '' : ' --backend emulator'
}

function judgesSdks({ seats }: Situation): boolean {
  return seats.includes('sdk')
}

function broken(situation: Situation, { event, unexpected: [violation] }: Result): Steps {
  const { history, known } = situation
  if (violation === undefined || history.log === undefined) return []
  const again = replayLine(violation, event, history.log.report.header)
  // With --no-known a recorded deviation is a violation like any other.
  const entry = known.find(({ fingerprint }) => fingerprint === violation.fingerprint)
  if (entry !== undefined) return [...script(entry), [again, 'exactly this again']]
  return [
    [again, 'exactly this again'],
    [`${self} repro ${inShell(event.id)}`, 'a script for a bug report'],
    [`${self} deviations write`, 'record what is known and stays'],
  ]
}

function recorded(situation: Situation, { event, known: [seen] }: Result): Steps {
  const { known, history } = situation
  const steps = script(known.find(({ id }) => id === seen?.deviation.id))
  if (seen === undefined || history.log === undefined) return steps
  return [...steps, [replayLine(seen.violation, event, history.log.report.header), 'exactly this again']]
}

function script(entry: Deviation | undefined): Steps {
  if (entry === undefined || !hasRepro(entry)) return []
  return [
    [
      `${self} repro ${inShell(entry.id)}`,
      entry.backend === undefined ? 'see it with the SDK alone' : 'see it by hand',
    ],
  ]
}

function tenfold({ log }: History): number {
  return Math.min((log?.report.header.runs ?? 100) * 10, 100_000)
}
